using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>
/// People's Markdown on its way into something that we write. Emphasis, code, links, lists and pictures stay;
/// raw HTML becomes visible text, headings step below ours, and nothing that somebody forgot to close reaches beyond its place.
/// </summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>A whole section of the document: block elements stay blocks.</summary>
    /// <param name="level">The level of the author's highest heading there, one below the heading of the section.</param>
    public static string Block(string? text, int level = 4) => Rewrite(PlainText.Clean(text).Trim('\n'), level, acts: true);

    /// <summary>One line, fit for a table cell or a list item: further lines follow behind <c>&lt;br&gt;</c>.</summary>
    public static string Line(string? text) => Lines(text, acts: true);

    /// <summary>One line for the body of an issue, pull request or comment, where mentions and references would act: broken, visibly unchanged.</summary>
    public static string ConversationLine(string? text) => Lines(text, acts: false);


    /// <summary>Plain words, such as a title, that must not act as Markdown.</summary>
    public static string Escape(string? text)
    {
        var escaped = new StringBuilder();
        foreach (var c in PlainText.Line(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#')
            {
                escaped.Append('\\').Append(c);
            }
            else
            {
                escaped.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => c.ToString() });
            }
        }

        return escaped.ToString();
    }

    private static string Lines(string? text, bool acts)
    {
        var lines = PlainText.Clean(text).Split('\n').Select(PlainText.Line).Where(line => line.Length > 0);
        return string.Join("<br>", lines.Select(line => EscapePipes(Rewrite(line, level: null, acts))));
    }

    /// <summary>A bar ends a table cell, also in code: <c>\|</c> shows a bar in both.</summary>
    private static string EscapePipes(string line)
    {
        var escaped = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '|' && (i == 0 || line[i - 1] != '\\'))
            {
                escaped.Append('\\');
            }

            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <param name="level">The level of the highest heading; null for a line, in which nothing is a heading.</param>
    private static string Rewrite(string source, int? level, bool acts)
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(source, Pipeline);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Markdig refuses some hostile nestings; then the text is shown as it is, as text.
            return Escape(source);
        }

        var patches = new SourcePatches(source);
        var step = level - document.Descendants<HeadingBlock>().Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        foreach (var node in document.Descendants())
        {
            Patch(node, source, patches, step, acts);
        }

        return patches.Apply();
    }

    private static void Patch(MarkdownObject node, string source, SourcePatches patches, int? step, bool acts)
    {
        switch (node)
        {
            case HtmlBlock or HtmlInline:
                patches.Replace(node.Span.Start, node.Span.End + 1, Html.AsMarkdown(source[node.Span.Start..Math.Min(node.Span.End + 1, source.Length)]));
                break;
            case HeadingBlock heading when step is null:
                patches.Replace(heading.Span.Start, heading.Span.Start + 1, "\\#");
                break;
            case HeadingBlock { IsSetext: false } heading:
                patches.Replace(heading.Span.Start, heading.Span.Start + heading.Level, Marks(heading));
                break;
            case HeadingBlock heading when heading.Inline is { } inline:
                patches.Replace(heading.Span.Start, heading.Span.End + 1, $"{Marks(heading)} {PlainText.Line(source[inline.Span.Start..(inline.Span.End + 1)])}");
                break;
            case FencedCodeBlock { ClosingFencedCharCount: 0, Parent: MarkdownDocument } open:
                // Without its end it would run to the end of the document that the text goes into.
                patches.Replace(source.Length, source.Length, "\n" + new string(open.FencedChar, open.OpeningFencedCharCount));
                break;
            case LineBreakInline { IsHard: false } when step is not null && node.Span.Start < source.Length && source[node.Span.Start] == '\n':
                // In an issue a line end is a line break; in a file it is not, unless we say so.
                patches.Replace(node.Span.Start, node.Span.Start, "\\");
                break;
            case LiteralInline when !acts && !node.Span.IsEmpty:
                var literal = source[node.Span.Start..Math.Min(node.Span.End + 1, source.Length)];
                patches.Replace(node.Span.Start, node.Span.End + 1, Neutral.Literal(literal));
                break;
            default:
                break;
        }

        string Marks(HeadingBlock heading) => new('#', Math.Clamp(heading.Level + step!.Value, 1, 6));
    }
}
