using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>Code within a paragraph stays as it is, except where GitHub would not see code.</summary>
internal static class CodeSpans
{
    public static string Of(CodeInline code, string source, bool isLine, bool acts)
    {
        var text = source[code.Span.Start..(code.Span.End + 1)];
        text = !acts ? Neutral.Code(Quoted.WithoutComments(text)) : isLine ? text : InBlock(code, source, text);
        return Neutral.IsInsideLink(source, code.Span.Start) ? " " + text : text;
    }

    private static string InBlock(CodeInline code, string source, string text)
    {
        if (Has(text, '\n') && (Has(text, '<') || text.Contains("[^", StringComparison.Ordinal)))
        {
            // At a line's start HTML and footnotes begin also in what would be code.
            var fence = new string(code.Delimiter, code.DelimiterCount);
            text = $"{fence} {PlainText.Line(code.Content)} {fence}";
        }

        return Inlines.BlockOf(code) switch
        {
            { Parent: TableCell } => text.Replace("\\|", "|", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal),
            // GitHub ends table cells within code, so it may see a table where we see none, and no code.
            ParagraphBlock paragraph when Has(text, '|') && Has(text, '<') && source.AsSpan(paragraph.Span.Start, paragraph.Span.Length).Contains('\n') =>
                text.Replace("<", "<\u200B", StringComparison.Ordinal),
            _ => text,
        };
    }

    private static bool Has(string text, char c) => text.Contains(c, StringComparison.Ordinal);
}
