using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>A heading's words as people see them: escapes and entities are what they stand for, a link is its text, and of emphasis, tags and pictures nothing shows.</summary>
internal static class HeadingText
{
    /// <summary>What is longer is no title that anybody reads to its end; so nothing in it takes long.</summary>
    private const int Longest = 1_000;

    /// <param name="markdown">The words of the heading, without its marks.</param>
    public static string Of(string markdown)
    {
        var words = PlainText.Line(PlainText.Cut(markdown, Longest));
        if (MarkdownParsing.Any($"# {words}", MarkdownPipelines.Heading) is not [HeadingBlock { Inline: { } inline }])
        {
            return words;
        }

        var text = new StringBuilder();
        Write(inline, text);
        return PlainText.Line(text.ToString()) is { Length: > 0 } seen ? seen : words;
    }

    private static void Write(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case DelimiterInline bracket:
                    // One that nobody closed.
                    text.Append(bracket.ToLiteral());
                    Write(bracket, text);
                    break;
                case ContainerInline inner:
                    Write(inner, text);
                    break;
                default:
                    break;
            }
        }
    }
}
