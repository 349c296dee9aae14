using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>One text of people, parsed and patched where something in it would act.</summary>
internal sealed class MarkdownRewrite
{
    /// <summary>Of code in these languages GitHub makes drawings, formulas and maps, with links of their own.</summary>
    private static readonly HashSet<string> Drawn = new(StringComparer.OrdinalIgnoreCase) { "mermaid", "math", "geojson", "topojson", "stl" };

    private readonly string source;
    private readonly MarkdownDocument document;
    private readonly SourcePatches patches;
    private readonly BareLinks links;
    private readonly bool isLine;
    private readonly bool acts;

    /// <summary>By how much headings step down.</summary>
    private readonly int step;

    /// <summary>A table too large to be read must not become one elsewhere.</summary>
    private readonly bool escapesBars;

    private MarkdownRewrite(string source, int? level, bool acts)
    {
        (this.source, document) = WithoutDefinitions(source, level is null ? MarkdownParsing.Line : MarkdownParsing.Block);
        patches = new SourcePatches(this.source);
        links = new BareLinks(this.source);
        isLine = level is null;
        this.acts = acts;
        step = (level ?? 0) - document.Descendants<HeadingBlock>().Select(heading => heading.Level).DefaultIfEmpty(1).Min();
        escapesBars = !isLine && MarkdownParsing.IsHugeTable(source);
    }

    /// <param name="level">The level of the highest heading; null for a line, in which nothing is a block.</param>
    /// <param name="acts">Whether mentions and references may stay: they do not act where the text goes.</param>
    public static string Of(string source, int? level, bool acts)
    {
        try
        {
            return new MarkdownRewrite(source, level, acts).Apply();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // Markdig refuses some hostile nestings; then the text is shown as it is, as text.
            var text = MarkdownText.Escape(source);
            return acts ? text : Neutral.Literal(text);
        }
    }

    /// <summary>A definition of a link's address counts in the whole document that the text goes into, so it becomes text.</summary>
    private static (string Source, MarkdownDocument Document) WithoutDefinitions(string source, Func<string, MarkdownDocument> parse)
    {
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var document = parse(source);
            var patches = new SourcePatches(source);
            var definitions = document.Descendants<LinkReferenceDefinition>().ToList();
            if (definitions.Count == 0)
            {
                return (source, document);
            }

            definitions.ForEach(definition => patches.Insert(definition.Span.Start, "\\"));
            source = patches.Apply();
        }

        throw new InvalidOperationException("Definitions remain.");
    }

    private string Apply()
    {
        // First, so that at one place a break stands before a backslash, not behind it.
        if (!acts)
        {
            LiteralRuns.BreakReferences(document, source, patches);
        }

        foreach (var node in document.Descendants())
        {
            switch (node)
            {
                case HeadingBlock heading:
                    Patch(heading);
                    break;
                case FencedCodeBlock fence:
                    Patch(fence);
                    break;
                case Inline inline when !inline.Span.IsEmpty:
                    Patch(inline);
                    break;
                default:
                    break;
            }
        }

        return patches.Apply();
    }

    private void Patch(FencedCodeBlock fence)
    {
        if (fence.Info is { } info && Drawn.Contains(info))
        {
            var at = source.IndexOf(info, fence.Span.Start + fence.OpeningFencedCharCount, StringComparison.Ordinal);
            patches.Replace(at, at + info.Length, "text");
        }

        if (fence is { ClosingFencedCharCount: 0, Parent: MarkdownDocument })
        {
            // Without its end it would run to the end of the document that the text goes into.
            patches.Insert(source.Length, "\n" + new string(fence.FencedChar, fence.OpeningFencedCharCount));
        }
    }

    private void Patch(HeadingBlock heading)
    {
        var marks = new string('#', Math.Clamp(heading.Level + step, 1, 6));
        if (!heading.IsSetext)
        {
            patches.Replace(heading.Span.Start, heading.Span.Start + heading.Level, marks);
        }
        else
        {
            patches.Insert(heading.Span.Start, marks + " ");
            patches.Replace(source.LastIndexOf('\n', heading.Span.End), heading.Span.End + 1, "");
        }
    }

    private void Patch(Inline inline)
    {
        var (start, end) = (inline.Span.Start, Math.Min(inline.Span.End + 1, source.Length));
        switch (inline)
        {
            case HtmlInline:
                patches.Replace(start, end, Html.AsMarkdown(source[start..end], inline.PreviousSibling is null or LineBreakInline, acts));
                break;
            case HtmlEntityInline entity when PlainText.Clean(entity.Transcoded.ToString()).Length < entity.Transcoded.Length:
                // A character that we take out where it is written as itself.
                patches.Replace(start, end, Neutral.Entity);
                break;
            case LiteralInline:
                Literals.Patch(source, start, end, patches, links, isLine, escapesBars);
                if (!isLine && inline.PreviousSibling is null or LineBreakInline && LineEdges.BeginsSection(source.AsSpan(start, end - start)))
                {
                    // Read as a paragraph here, but with certain spaces it is a heading or a fence elsewhere.
                    patches.Insert(start, "\\");
                }

                break;
            case AutolinkInline link:
                Links.Patch(link, source, patches, acts);
                break;
            case LinkInline link:
                Links.Patch(link, source, patches, acts);
                break;
            case CodeInline code:
                patches.Replace(start, end, CodeSpans.Of(code, source, isLine, acts));
                break;
            case LineBreakInline lineBreak when !isLine && source.IndexOf('\n', start) is var at && at >= 0:
                Patch(lineBreak, at);
                break;
            default:
                break;
        }
    }

    private void Patch(LineBreakInline lineBreak, int at)
    {
        if (Inlines.BlockOf(lineBreak) is HeadingBlock)
        {
            // Ours has one line: the mark of a quote at the next line's start goes with the line end.
            var next = at + 1;
            while (next < source.Length && source[next] is ' ' or '\t' or '>')
            {
                next++;
            }

            patches.Replace(lineBreak.Span.Start, next, " ");
        }
        else if (!lineBreak.IsBackslash)
        {
            // In an issue a line end is a line break; in a file it is not, unless we say so. Spaces at a line's end would get lost.
            patches.Replace(lineBreak.IsHard ? source.AsSpan(0, at).TrimEnd(' ').Length : at, at, "\\");
        }
    }
}
