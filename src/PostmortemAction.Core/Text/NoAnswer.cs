namespace PostmortemAction.Core.Text;

/// <summary>What people write where they have nothing to say.</summary>
public static class NoAnswer
{
    private static readonly string[] Words =
        ["no response", "none", "n/a", "na", "-", "–", "—", "nothing", "tbd", "no tasks", "not applicable", "none yet", "?"];

    public static bool Is(string text) => Words.Contains(PlainText.Fold(text).Trim('_', '*', '.', ' '));
}
