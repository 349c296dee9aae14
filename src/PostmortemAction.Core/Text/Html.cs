namespace PostmortemAction.Core.Text;

/// <summary>Raw HTML in people's Markdown.</summary>
internal static class Html
{
    /// <summary>
    /// Pictures as GitHub stores pasted ones (<c>&lt;img src="…"&gt;</c>) become Markdown pictures, line breaks stay;
    /// every other tag and comment becomes visible text.
    /// </summary>
    public static string AsMarkdown(string html)
    {
        var tag = html.Trim();
        if (tag.Equals("<br>", StringComparison.OrdinalIgnoreCase) || tag.Equals("<br/>", StringComparison.OrdinalIgnoreCase) || tag.Equals("<br />", StringComparison.OrdinalIgnoreCase))
        {
            return "<br>";
        }

        if (tag.StartsWith("<img ", StringComparison.OrdinalIgnoreCase) && tag.IndexOf('>', StringComparison.Ordinal) == tag.Length - 1
            && Attribute(tag, "src") is { } source && IsWeb(source))
        {
            return $"![{MarkdownText.Escape(Attribute(tag, "alt") ?? "picture")}]({source})";
        }

        return html.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }

    private static bool IsWeb(string address) =>
        (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal))
        && !address.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '<' or '>');

    private static string? Attribute(string tag, string name)
    {
        var at = tag.IndexOf($" {name}=\"", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var start = at + name.Length + 3;
        var end = tag.IndexOf('"', start);
        return end < 0 ? null : tag[start..end];
    }
}
