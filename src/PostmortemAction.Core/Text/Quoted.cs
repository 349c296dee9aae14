namespace PostmortemAction.Core.Text;

/// <summary>People's words inside a sentence of ours.</summary>
public static class Quoted
{
    /// <summary>A short code span: nothing in it notifies, references or formats.</summary>
    public static string Code(string? text, int length = 80)
    {
        var line = WithoutComments(PlainText.Cut(PlainText.Line(text), length));
        if (line.Length == 0)
        {
            return "(nothing)";
        }

        var fence = "`";
        while (line.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return fence.Length == 1 ? $"`{line}`" : $"{fence} {line} {fence}";
    }

    /// <summary>Our markers are comments, and they are looked for in code too: broken, visibly unchanged.</summary>
    internal static string WithoutComments(string text) => text.Replace("<!--", "<\u200B!--", StringComparison.Ordinal);
}
