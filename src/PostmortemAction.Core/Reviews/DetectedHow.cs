using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Reviews;

/// <summary>How an incident was detected, as our own documents say it: behind the time, in whatever language.</summary>
internal static class DetectedHow
{
    public static bool StandsBehindTime(ReadDocument document) => document.IsOurs && (
        (document.Answer(FieldIds.Detected) is { } answer && TimeScanner.All(answer) is [var at, ..] && answer.AsSpan(at.End).ContainsAnyLetter())
        || Enumerable.Range(document.Head, document.Lines.Length - document.Head).Any(i => !document.Fenced[i] && IsInRow(document.Lines[i])));

    /// <summary>A row of the table of measures; where the time is not known, its third cell says how to supply it.</summary>
    private static bool IsInRow(string line) =>
        TableCells.Of(line) is [var name, not FreeText.Unknown, { Length: > 0 }] && NamedLine.IdOf(name) == FieldIds.Detected;

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
