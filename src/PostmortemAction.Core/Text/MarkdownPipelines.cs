using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>The ways in which Markdown is read, with tables and without.</summary>
internal sealed class MarkdownPipelines
{
    private MarkdownPipelines(Action<MarkdownPipelineBuilder> change) => (WithTables, WithoutTables) = (Build(change, true), Build(change, false));

    /// <summary>As in a document.</summary>
    public static MarkdownPipelines Whole { get; } = new(_ => { });

    /// <summary>Where nobody asks for links.</summary>
    public static MarkdownPipelines WithoutLinks { get; } = new(builder => builder.InlineParsers.TryRemove<LinkInlineParser>());

    /// <summary>As GitHub shows a heading, which may be struck through.</summary>
    public static MarkdownPipelines Heading { get; } = new(builder => builder.UseEmphasisExtras(EmphasisExtraOptions.Strikethrough));

    /// <summary>Raw HTML is never a block: what stands in it is read like everything else, and its tags become text.</summary>
    public static MarkdownPipelines WithoutHtmlBlocks { get; } = new(builder => builder.BlockParsers.TryRemove<HtmlBlockParser>());

    /// <summary>Blocks, tables and code, and nothing for whose end it has to look far.</summary>
    public static MarkdownPipelines Bare { get; } = new(builder =>
    {
        builder.InlineParsers.TryRemove<LinkInlineParser>();
        builder.InlineParsers.TryRemove<AutolinkInlineParser>();
        builder.InlineParsers.TryRemove<EmphasisInlineParser>();
    });

    /// <summary>In a line nothing is a fence, a heading or a list.</summary>
    public static MarkdownPipeline Line { get; } = Build(OnlyParagraphs, false);

    /// <summary>Blocks as <see cref="WithoutHtmlBlocks"/> has them, with nothing in them.</summary>
    public static MarkdownPipeline Blocks { get; } = Build(builder => OnlyText(builder).BlockParsers.TryRemove<HtmlBlockParser>(), false);

    /// <summary>Only literal text.</summary>
    public static MarkdownPipeline Plain { get; } = Build(builder => OnlyParagraphs(OnlyText(builder)), false);

    public MarkdownPipeline WithTables { get; }

    public MarkdownPipeline WithoutTables { get; }

    private static MarkdownPipeline Build(Action<MarkdownPipelineBuilder> change, bool hasTables)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        change(builder);
        if (hasTables)
        {
            // As the extension does it, which finds the place by the parser of emphasis.
            builder.BlockParsers.Insert(0, new PipeTableBlockParser());
            builder.InlineParsers.Insert(0, new PipeTableParser(builder.InlineParsers.Find<LineBreakInlineParser>()!));
        }

        InlineMeter.AddTo(builder);
        return builder.Build();
    }

    private static MarkdownPipelineBuilder OnlyText(MarkdownPipelineBuilder builder)
    {
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder;
    }

    private static void OnlyParagraphs(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser());
    }
}
