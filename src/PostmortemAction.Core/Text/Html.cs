namespace PostmortemAction.Core.Text;

/// <summary>Raw HTML in people's Markdown.</summary>
internal static class Html
{
    /// <summary>
    /// Pictures as GitHub stores pasted ones (<c>&lt;img src="…"&gt;</c>) become Markdown pictures, line breaks stay;
    /// every other tag and comment becomes visible text.
    /// </summary>
    public static string AsMarkdown(string html, bool isFirst, bool acts)
    {
        var tag = PlainText.Line(html);
        if (tag.Equals("<br>", StringComparison.OrdinalIgnoreCase) || tag.Equals("<br/>", StringComparison.OrdinalIgnoreCase) || tag.Equals("<br />", StringComparison.OrdinalIgnoreCase))
        {
            // Alone on a line a tag begins a block of HTML, in which nothing is Markdown.
            return isFirst ? $"{Neutral.Entity}<br>" : "<br>";
        }

        if (tag.StartsWith("<img ", StringComparison.OrdinalIgnoreCase) && tag.IndexOf('>', StringComparison.Ordinal) == tag.Length - 1
            && Attribute(tag, "src") is { } source && IsWeb(source) && (acts || !Neutral.IsReference(source)))
        {
            var alt = MarkdownText.EscapeInside(Attribute(tag, "alt") ?? "picture");
            var words = acts ? alt : Neutral.Literal(alt);
            var address = Links.Address(source.Replace("&amp;", "&", StringComparison.Ordinal));
            return PictureHosts.MayShow(source) ? $"![{words}]({address})" : $"[{words} ({PictureHosts.Host(source)})]({address})";
        }

        return acts ? Text(html) : Neutral.Literal(Text(html));
    }

    /// <summary>Escaped; GitHub would make an address in it a link that runs on to the next space, so its colon is an entity.</summary>
    private static string Text(string html) =>
        string.Concat(html.Select((c, i) => c switch
        {
            '&' => "&amp;",
            '$' => "\\$",
            '{' => Neutral.Brace(i + 1 < html.Length ? html[i + 1] : ' '),
            '<' => "&lt;",
            '\\' or '`' or '*' or '_' or '[' or ']' or '~' => $"\\{c}",
            _ => c.ToString(),
        })).Replace("://", "&#58;//", StringComparison.Ordinal);

    private static bool IsWeb(string address) =>
        (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal))
        && !address.Any(c => char.IsWhiteSpace(c) || c is '(' or ')' or '<' or '>' or '\\' or '`');

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
