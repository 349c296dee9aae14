using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Hostile.Seen;

/// <summary>What a document is built of, as a renderer with everything switched on sees it.</summary>
public sealed partial class DocumentShape
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseFootnotes().UseMathematics().Build();

    private readonly string text;
    private readonly MarkdownDocument document;

    public DocumentShape(string text) => (this.text, document) = (text, Markdown.Parse(text, Pipeline));

    /// <summary>The headings with their levels, in their order.</summary>
    public IReadOnlyList<string> Outline =>
        [.. document.Descendants<HeadingBlock>().Where(heading => heading.Parent is MarkdownDocument).Select(heading => $"{heading.Level} {Plain(heading.Inline)}")];

    /// <summary>For each table how many columns its rows have.</summary>
    public IReadOnlyList<string> Tables =>
        [.. document.Descendants<Table>().Select(table => string.Join(',', table.OfType<TableRow>().Select(row => row.Count).Distinct()))];

    /// <summary>Of all code blocks but the pictures that we draw: those stand in a section of their own, in which no word of a person stands as itself.</summary>
    public IReadOnlyList<string> FenceInfos =>
        [.. document.Descendants<FencedCodeBlock>().Where(fence => fence is not MathBlock && !Pictures.Contains(fence)).Select(fence => fence.Info ?? "")];

    private IEnumerable<Block> Pictures =>
        document.SkipWhile(block => block is not HeadingBlock { Level: 2 } heading || Plain(heading.Inline) != "The incident as a picture").Skip(1).TakeWhile(block => block is not HeadingBlock);

    public int MathBlocks => document.Descendants<MathBlock>().Count() + document.Descendants<MathInline>().Count();

    public int FootnoteDefinitions => document.Descendants<Footnote>().Count();

    public IReadOnlyList<string> Images =>
        [.. document.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => link.Url ?? "").Concat(Picture().Matches(Html).Select(match => match.Value))];

    /// <summary>Tags and comments; line breaks do nothing.</summary>
    public IReadOnlyList<string> RawHtml =>
        [.. document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()).Concat(document.Descendants<HtmlInline>().Select(inline => inline.Tag)).Where(html => !Break().IsMatch(html))];

    public IReadOnlyList<string> Regions => [.. RegionComment().Matches(text).Select(match => match.Value)];

    /// <summary>The keys at the file's head, in their order, and whether the file begins with it.</summary>
    public IReadOnlyList<string> FrontMatterKeys
    {
        get
        {
            var blocks = document.Descendants<YamlFrontMatterBlock>().ToList();
            var lines = text.StartsWith("---\n", StringComparison.Ordinal) && blocks.Count == 1 ? text.Split('\n').Skip(1).TakeWhile(line => line != "---") : [];
            return [.. lines.Select(line => line.Split(':')[0])];
        }
    }

    private string Html => string.Join('\n', document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()).Concat(document.Descendants<HtmlInline>().Select(inline => inline.Tag)));

    private static string Plain(ContainerInline? inline)
    {
        var plain = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            plain.Append(part switch { LiteralInline literal => literal.Content.ToString(), HtmlEntityInline entity => entity.Transcoded.ToString(), CodeInline code => code.Content, _ => "" });
        }

        return plain.ToString();
    }

    [GeneratedRegex("<img[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Picture();

    [GeneratedRegex(@"^<br\s*/?>$", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<!-- *postmortem[^>]*")]
    private static partial Regex RegionComment();
}
