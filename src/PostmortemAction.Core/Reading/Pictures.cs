namespace PostmortemAction.Core.Reading;

/// <summary>Pictures in people's Markdown.</summary>
public static class Pictures
{
    /// <summary>Whether a line is nothing but a picture: <c>![alt](address)</c> or <c>&lt;img …&gt;</c>.</summary>
    public static bool IsOnlyPicture(string line)
    {
        var text = line.Trim();
        return (text.StartsWith("![", StringComparison.Ordinal) && text.EndsWith(')') && text.IndexOf("](", StringComparison.Ordinal) is var at and > 0
                && !text[(at + 2)..^1].Contains(')', StringComparison.Ordinal))
            || (text.StartsWith("<img ", StringComparison.OrdinalIgnoreCase) && text.IndexOf('>', StringComparison.Ordinal) == text.Length - 1);
    }
}
