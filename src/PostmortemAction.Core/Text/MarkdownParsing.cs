using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace PostmortemAction.Core.Text;

/// <summary>People's Markdown as a tree whose positions point into the text.</summary>
internal static class MarkdownParsing
{
    /// <summary>Markdig fills each short row of a table up to the widest: beyond this many cells it is read as text.</summary>
    private const long MostCells = 50_000;

    /// <summary>Raw HTML is never a block for us: what stands in it is read like everything else, and its tags become text.</summary>
    private static readonly MarkdownPipeline Blocks = WithoutHtmlBlocks(new MarkdownPipelineBuilder().UsePipeTables());

    private static readonly MarkdownPipeline BlocksWithoutTables = WithoutHtmlBlocks(new MarkdownPipelineBuilder());

    /// <summary>In a line nothing is a fence, a heading or a list.</summary>
    private static readonly MarkdownPipeline Lines = OnlyParagraphs(new MarkdownPipelineBuilder());

    /// <summary>Only literal text: what is left when Markdig refuses a nesting.</summary>
    private static readonly MarkdownPipeline Plain = OnlyText(new MarkdownPipelineBuilder());

    /// <summary>The tree of any text; of one that Markdig refuses, a single paragraph of words.</summary>
    public static MarkdownDocument Any(string source, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(source, pipeline);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return Markdown.Parse(source, Plain);
        }
    }

    public static MarkdownDocument Line(string source) => Markdown.Parse(source, Lines);

    public static MarkdownDocument Block(string source) => Markdown.Parse(source, IsHugeTable(source) ? BlocksWithoutTables : Blocks);

    public static bool IsHugeTable(string source)
    {
        var (rows, widest, bars) = (0L, 0L, 0L);
        foreach (var c in source)
        {
            bars += c == '|' ? 1 : 0;
            widest = Math.Max(widest, bars);
            if (c == '\n')
            {
                rows += bars > 0 ? 1 : 0;
                bars = 0;
            }
        }

        return (widest + 1) * (rows + 1) > MostCells;
    }

    private static MarkdownPipeline WithoutHtmlBlocks(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.UsePreciseSourceLocation().Build();
    }

    private static MarkdownPipeline OnlyText(MarkdownPipelineBuilder builder)
    {
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return OnlyParagraphs(builder);
    }

    private static MarkdownPipeline OnlyParagraphs(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
        return builder.UsePreciseSourceLocation().Build();
    }
}
