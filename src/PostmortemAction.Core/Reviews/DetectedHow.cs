using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Reviews;

/// <summary>How an incident was detected, as our own documents say it: behind the time, in whatever language.</summary>
internal static class DetectedHow
{
    public static bool StandsBehindTime(ReadDocument document) => document.IsOurs && (
        (document.Answer(FieldIds.Detected) is { } answer && TimeScanner.All(answer) is [var at, ..] && answer.Skip(at.End).Any(char.IsLetter))
        || Enumerable.Range(document.Head, document.Lines.Length - document.Head).Any(i => !document.Fenced[i] && IsInRow(document.Lines[i])));

    /// <summary>A row of the table of measures; where the time is not known, its third cell says how to supply it.</summary>
    private static bool IsInRow(string line) =>
        TableCells.Of(line) is [var name, not FreeTextAnswers.Unknown, { Length: > 0 }] && NamedLine.IdOf(name) == FieldIds.Detected;
}
