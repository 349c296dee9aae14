using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

/// <summary>
/// Neighbouring literals and entities as the text that people see, so that <c>&amp;#64;name</c> or <c>GH\-12</c> is found as the mention or
/// reference that GitHub makes of it.
/// </summary>
internal sealed class LiteralRuns
{
    private readonly string source;
    private readonly SourcePatches patches;
    private readonly StringBuilder text = new();

    /// <summary>For each character of the text where the source goes on behind it.</summary>
    private readonly List<int> ends = [];

    private LiteralRuns(string source, SourcePatches patches) => (this.source, this.patches) = (source, patches);

    public static void BreakReferences(MarkdownDocument document, string source, SourcePatches patches)
    {
        var runs = new LiteralRuns(source, patches);
        foreach (var inline in document.Descendants<Inline>().Where(inline => !inline.Span.IsEmpty))
        {
            if (runs.ends.Count > 0 && runs.ends[^1] != inline.Span.Start)
            {
                runs.Break();
            }

            if (inline is LiteralInline)
            {
                runs.AddLiteral(inline.Span.Start, Math.Min(inline.Span.End + 1, source.Length));
            }
            else if (inline is HtmlEntityInline entity)
            {
                runs.Add(entity.Transcoded.ToString(), entity.Span.End + 1);
            }
        }

        runs.Break();
    }

    private void AddLiteral(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (source[i] == '\\' && i + 1 < end && Literals.IsPunctuation(source[i + 1]))
            {
                i++;
            }

            Add(source[i].ToString(), i + 1);
        }
    }

    private void Add(string characters, int end)
    {
        text.Append(characters);
        ends.AddRange(Enumerable.Repeat(end, characters.Length));
    }

    private void Break()
    {
        if (ends.Count == 0)
        {
            return;
        }

        var goesOn = ends[^1] < source.Length;
        foreach (var at in Neutral.Breaks(text.ToString(), goesOn))
        {
            patches.Insert(ends[at], Neutral.Entity);
        }

        text.Clear();
        ends.Clear();
    }
}
