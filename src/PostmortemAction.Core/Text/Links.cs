using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>Links and pictures in people's Markdown: those to the web stay, others become the text that was written.</summary>
internal static class Links
{
    private const int LongestTail = 200;

    public static void Patch(AutolinkInline link, string source, SourcePatches patches, bool acts)
    {
        var isWeb = Goes(link.Url, "http://", "https://");
        // <!x@y> is an address for Markdig, a declaration for GitHub.
        if (!char.IsAsciiLetterOrDigit(source[link.Span.Start + 1]))
        {
            patches.Replace(link.Span.Start, link.Span.End + 1, Escape(source[link.Span.Start..(link.Span.End + 1)], acts));
            return;
        }

        if (acts ? isWeb || link.IsEmail || Goes(link.Url, "mailto:") : isWeb && !Neutral.IsReference(link.Url))
        {
            if (link.Url.Contains('{', StringComparison.Ordinal))
            {
                patches.Replace(link.Span.Start, link.Span.End + 1, $"<{link.Url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)}>");
            }

            return;
        }

        var text = isWeb || link.IsEmail ? link.Url : source[link.Span.Start..(link.Span.End + 1)];
        patches.Replace(link.Span.Start, link.Span.End + 1, Escape(text, acts));
    }

    public static void Patch(LinkInline link, string source, SourcePatches patches, bool acts)
    {
        var (start, end) = (link.Span.Start, link.Span.End + 1);
        var label = start + (link.IsImage ? 2 : 1);
        var tail = link.LastChild is { } last ? last.Span.End + 1 : label;
        if (tail >= end || source[tail] != ']')
        {
            patches.Replace(start, end, Escape(source[start..end], acts));
            return;
        }

        if (!Stays(link, acts))
        {
            patches.Insert(label - 1, "\\");
            patches.Replace(tail, end, Escape(PlainText.Cut(source[tail..end], LongestTail), acts));
        }
        else if (link.IsImage && !PictureHosts.MayShow(link.Url!))
        {
            Show(link, source, patches, (start, label, tail, end), acts);
        }
        else if (source.AsSpan(tail, end - tail).IndexOfAny("`<\\\n{") >= 0 || (!acts && link.Title is { Length: > 0 }))
        {
            patches.Replace(tail, end, $"]({Address(link.Url!)}{Title(link, acts)})");
        }
    }

    /// <summary>As a link, or as words where a link cannot stand: within another.</summary>
    private static void Show(LinkInline link, string source, SourcePatches patches, (int Start, int Label, int Tail, int End) at, bool acts)
    {
        var isWithin = link.Parent is LinkInline;
        var words = at.Tail > at.Label ? " " : "picture ";
        patches.Replace(at.Start, at.Label, isWithin ? "" : "[");
        patches.Replace(at.Tail, at.End, $"{words}({PictureHosts.Host(link.Url!)}){(isWithin ? "" : $"]({Address(link.Url!)}{Title(link, acts)})")}");
    }

    private static bool Stays(LinkInline link, bool acts) =>
        link.Url is { Length: > 0 } url
        && (Goes(url, "http://", "https://") || (!link.IsImage && Goes(url, "mailto:", "#")))
        && (acts || !Neutral.IsReference(url));

    private static bool Goes(string url, params ReadOnlySpan<string> schemes)
    {
        foreach (var scheme in schemes)
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Escape(string text, bool acts)
    {
        var escaped = MarkdownText.EscapeInside(text);
        return acts ? escaped : Neutral.Literal(escaped);
    }

    /// <summary>An address that neither ends early nor is evaluated; what its entities stand for is cleaned as other text is.</summary>
    internal static string Address(string url) => string.Concat(PlainText.Clean(url).Select(c =>
        c is '`' or '<' or '>' or '\\' or '(' or ')' or '"' or '|' or '{' or '}' || char.IsWhiteSpace(c) || char.IsControl(c) ? Uri.HexEscape(c > '\u007F' ? ' ' : c)
        : c == '&' ? "&amp;"
        : c.ToString()));

    private static string Title(LinkInline link, bool acts) => acts && link.Title is { Length: > 0 } title
        ? $" \"{MarkdownText.EscapeInside(title).Replace("\"", "&quot;", StringComparison.Ordinal)}\""
        : "";
}
