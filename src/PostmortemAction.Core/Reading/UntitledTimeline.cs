using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Where nothing is named a timeline, the lines that begin with a time are it: a chat that somebody copied. Those of the first text that holds enough of
/// them, from the first one to the end of the last one's paragraph.
/// </summary>
internal static class UntitledTimeline
{
    /// <summary>So many lines that begin with a time are a timeline, whatever stands above them.</summary>
    private const int LeastTimed = 3;

    public static void Find(List<FreeTextPart> parts)
    {
        if (parts.Any(part => part.Id == FieldIds.Timeline && part.Lines.Any(line => line.Length > 0)))
        {
            return;
        }

        foreach (var part in parts.Where(part => part.Continues is null && part.Id is null or FieldIds.Summary or FieldIds.Impact))
        {
            var inFence = Fences.Inside([.. part.Lines]);
            var timed = Enumerable.Range(0, part.Lines.Count).Where(i => !inFence[i] && IsTimed(part.Lines[i])).ToList();
            if (timed.Count < LeastTimed)
            {
                continue;
            }

            // A time alone may end its paragraph, and what stands above it there is told, too.
            var paragraph = part.Lines.FindLastIndex(timed[0], line => line.Length == 0) + 1;
            var isAlone = Times.TimeScanner.AtHead(part.Lines[timed[0]])?.End == part.Lines[timed[0]].Length;
            var first = isAlone && Headings.Label(part.Lines[paragraph]) is null ? paragraph : timed[0];
            var end = part.Lines.FindIndex(timed[^1], line => line.Length == 0);
            var told = part.Lines[first..(end < 0 ? part.Lines.Count : end)];
            if (told.Count(line => line.Length > 0) <= timed.Count * 2)
            {
                var timeline = new FreeTextPart(FieldIds.Timeline, null, "timeline", NamedLine.PlainLevel, part.Line + first + 1);
                timeline.Lines.AddRange(told);
                part.Lines.RemoveRange(first, told.Count);
                if (first > 0 && part.Lines.FindLastIndex(first - 1, line => line.Length > 0) is >= 0 and var above && Headings.Label(part.Lines[above]) is not null)
                {
                    // The name that stood above them.
                    part.Lines.RemoveAt(above);
                }

                parts.Add(timeline);
                return;
            }
        }
    }

    /// <summary>Whether a line or an item begins with a time of day.</summary>
    public static bool IsTimed(string line)
    {
        var text = line.Trim();
        return Times.TimeScanner.AtHead(Tidy.IsItem(text) ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : text) is { Time: not null };
    }
}
