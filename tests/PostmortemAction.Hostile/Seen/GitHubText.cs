using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Hostile.Seen;

/// <summary>
/// A small model of what GitHub makes of a text in a conversation: mentions and references in what is neither code nor a link. It is more easily
/// alarmed than GitHub: it does not ask whether an account or an issue exists.
/// </summary>
public static partial class GitHubText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static int Mentions(string markdown) => Literal(markdown).Sum(text => Mention().Count(text));

    /// <summary>Mentions wherever they stand, as a mail client without Markdown quotes them.</summary>
    public static int PlainMentions(string text) => Mention().Count(text);

    public static int ClosingReferences(string markdown) => ClosingReference().Count(string.Join(' ', Literal(markdown)) + ' ' + string.Join(' ', Targets(markdown)));

    public static int CrossReferences(string markdown) =>
        Literal(markdown).Sum(text => Reference().Count(text)) + Targets(markdown).Count(url => Address().IsMatch(url));

    /// <summary>The addresses that links and pictures lead to.</summary>
    public static IEnumerable<string> Targets(string markdown) =>
        Parse(markdown).Descendants().Select(node => node switch
        {
            LinkInline link => link.Url,
            AutolinkInline link => link.Url,
            _ => null,
        }).OfType<string>().Concat(Literal(markdown).SelectMany(text => Bare().Matches(text).Select(match => match.Value)));

    /// <summary>What people read, in runs that nothing interrupts.</summary>
    public static IEnumerable<string> Literal(string markdown)
    {
        foreach (var leaf in Parse(markdown).Descendants<LeafBlock>())
        {
            if (leaf is HtmlBlock html)
            {
                yield return Tag().Replace(html.Lines.ToString(), "");
            }
            else if (leaf.Inline is { } inlines)
            {
                foreach (var text in Runs(inlines))
                {
                    yield return text;
                }
            }
        }
    }

    private static MarkdownDocument Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return Markdown.Parse("", Pipeline);
        }
    }

    private static List<string> Runs(ContainerInline container)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var inline in container)
        {
            if (inline is LiteralInline literal)
            {
                run.Append(literal.Content.AsSpan());
            }
            else if (inline is HtmlEntityInline entity)
            {
                run.Append(entity.Transcoded.AsSpan());
            }
            else if (inline is LineBreakInline)
            {
                run.Append('\n');
            }
            else
            {
                runs.Add(run.ToString());
                run.Clear();
                if (inline is ContainerInline inner && inline is not LinkInline { IsImage: false })
                {
                    runs.AddRange(Runs(inner));
                }
            }
        }

        runs.Add(run.ToString());
        return runs;
    }

    [GeneratedRegex(@"(?:^|[^A-Za-z0-9_/`&])@[A-Za-z0-9]")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:\b(?:clos(?:e|es|ed)|fix(?:|es|ed)|resolv(?:e|es|ed)))\s*:?\s+(?:[A-Za-z0-9_.\-]+/[A-Za-z0-9_.\-]+)?(?:#[0-9]|GH-[0-9]|https?://[^\s]+/(?:issues|pull)/[0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex ClosingReference();

    [GeneratedRegex(@"#[0-9]|\bGH-[0-9]|\b[A-Za-z0-9]@[0-9a-f]{7,40}\b|https?://[^\s]*/(?:issues|pull|pulls|discussions|commit)/[0-9a-f]", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex("github\\.[a-z]+/[^/]+/[^/]+/(?:issues|pull|pulls|discussions|commit)/[0-9a-f]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:https?://|www\.)[^\s<>""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
