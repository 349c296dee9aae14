namespace PostmortemAction.Core.Text;

/// <summary>What people write where they have nothing to say.</summary>
public static class NoAnswer
{
    private static readonly string[] Words =
    [
        "no response", "none", "n/a", "na", "-", "–", "—", "nothing", "tbd", "tba", "todo", "no tasks", "no tasks needed", "no tasks yet", "no action items", "no actions",
        "no action needed", "no follow-ups", "not applicable", "none yet", "none needed", "?", "keine", "nichts", "entfällt",
    ];

    public static bool Is(string text) => Words.Contains(PlainText.Fold(text).Trim('_', '*', '.', ' '));
}
