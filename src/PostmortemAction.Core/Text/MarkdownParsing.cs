using Markdig;
using Markdig.Syntax;

namespace PostmortemAction.Core.Text;

/// <summary>People's Markdown as a tree whose positions point into the text, whatever they wrote: what would take too long is refused, or read as less.</summary>
internal static class MarkdownParsing
{
    /// <summary>Markdig fills each short row of a table up to the widest: beyond this many cells it is read as text.</summary>
    private const long MostCells = 50_000;

    /// <summary>Definitions of links, each of which moves all lines behind it.</summary>
    private const int MostDefinitions = 5_000;

    /// <summary>The tree of any text; of one that is refused, only its blocks, tables and code, and where that is refused too a single paragraph of words.</summary>
    public static MarkdownDocument Any(string source, MarkdownPipelines pipelines)
    {
        try
        {
            return Parse(source, pipelines);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return AnyBare(source);
        }
    }

    /// <exception cref="InvalidOperationException">It would take too long: see <see cref="IsRefusal"/>.</exception>
    public static MarkdownDocument Line(string source) => Parse(source, MarkdownPipelines.Line);

    /// <inheritdoc cref="Line"/>
    public static MarkdownDocument Block(string source) => Parse(source, MarkdownPipelines.WithoutHtmlBlocks);

    /// <summary>The blocks as <see cref="Block"/> has them, with nothing in them; null where they are nested too deep.</summary>
    public static MarkdownDocument? Frame(string source)
    {
        try
        {
            return Markdown.Parse(source, MarkdownPipelines.Blocks);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return null;
        }
    }

    /// <summary>Whether Markdig, or what counts its steps, refused a text.</summary>
    public static bool IsRefusal(Exception exception) => exception is ArgumentException or InvalidOperationException;

    public static bool IsHugeTable(string source)
    {
        // No table reaches over an empty line.
        var (cells, rows, widest, bars, isEmpty) = (0L, 0L, 0L, 0L, true);
        foreach (var c in source)
        {
            bars += c == '|' ? 1 : 0;
            isEmpty &= c is ' ' or '\t' or '\n';
            if (c != '\n')
            {
                continue;
            }

            if (isEmpty)
            {
                cells += Cells();
                (rows, widest) = (0, 0);
            }

            rows += bars > 0 ? 1 : 0;
            widest = Math.Max(widest, bars);
            (bars, isEmpty) = (0, true);
        }

        rows += bars > 0 ? 1 : 0;
        widest = Math.Max(widest, bars);
        return cells + Cells() > MostCells;

        long Cells() => rows == 0 ? 0 : (widest + 1) * (rows + 1);
    }

    private static MarkdownDocument AnyBare(string source)
    {
        // So that nothing is a definition either; every position stays what it is.
        var words = source.Replace('[', ' ').Replace(']', ' ');
        try
        {
            return Parse(words, MarkdownPipelines.Bare);
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return Markdown.Parse(words, MarkdownPipelines.Plain);
        }
    }

    private static MarkdownDocument Parse(string source, MarkdownPipelines pipelines) => Parse(source, IsHugeTable(source) ? pipelines.WithoutTables : pipelines.WithTables);

    private static MarkdownDocument Parse(string source, MarkdownPipeline pipeline) => source.AsSpan().Count("]:") <= MostDefinitions ? Markdown.Parse(source, pipeline)
        : throw new InvalidOperationException("It has more definitions of links than any text.");
}
