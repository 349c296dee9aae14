using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Reviews;

/// <summary>Whether what a document says fits together: with itself, and with what is computed from its times.</summary>
internal static class ConsistentRules
{
    /// <summary>The reading's problems that are mistakes in the document, with the finding that each becomes and the fields where it shows.</summary>
    private static readonly (string Problem, string Code, string[] Fields)[] Problems =
    [
        ("negative-measure", "times-crossed", [FieldIds.Duration, FieldIds.Started, FieldIds.Timeline]),
        ("duration-differs", "duration-differs", [FieldIds.Duration, FieldIds.Summary]),
        ("silence", "silence", [FieldIds.Timeline]),
        ("time-unreadable", "figure-unreadable", [FieldIds.Duration, FieldIds.Started, FieldIds.Resolved]),
        ("time-of-day-missing", "figure-unreadable", [FieldIds.Duration, FieldIds.Started, FieldIds.Resolved]),
        ("date-ambiguous", "figure-unreadable", [FieldIds.Duration, FieldIds.Started, FieldIds.Resolved]),
        ("date-impossible", "figure-unreadable", [FieldIds.Duration, FieldIds.Started, FieldIds.Resolved]),
        ("duration-too-long", "figure-unreadable", [FieldIds.Duration, FieldIds.Summary]),
        ("percent-over-100", "figure-unreadable", [FieldIds.UsersAffected, FieldIds.Impact]),
        ("percent-differs", "figure-unreadable", [FieldIds.UsersAffected, FieldIds.Impact, FieldIds.Summary]),
        ("percent-unreadable", "figure-unreadable", [FieldIds.UsersAffected, FieldIds.Impact]),
        ("due-date-unreadable", "figure-unreadable", [FieldIds.Tasks]),
    ];

    /// <summary>From here on a detection is late, however long the incident was.</summary>
    private static readonly Duration Late = Duration.FromHours(1);

    /// <summary>Documents tell entries by the minute: one of the minute of the start or the end is not outside.</summary>
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static void Tell(ReadDocument document)
    {
        foreach (var problem in document.Postmortem.Problems)
        {
            if (Array.Find(Problems, known => known.Problem == problem.Code) is { Code: { } code, Fields: { } fields })
            {
                document.Tell(code, document.LineOf(fields), problem.Message);
            }
        }

        StatedDurations.Tell(document);
        TellWindow(document);
        TellDetection(document);
        TellMeasures(document);
        TellConflict(document);
    }

    private static void TellWindow(ReadDocument document)
    {
        var (started, resolved) = (document.Postmortem.Milestones.Started, document.Postmortem.Milestones.Resolved);
        if (started?.Moment.Instant is not { } start || resolved?.Moment.Instant is not { } end || end < start)
        {
            return;
        }

        var told = document.Told.Where(entry => entry.At?.Instant is not null).ToList();
        var last = resolved.Basis == MilestoneBasis.Stated ? told.LastOrDefault(entry => entry.Kind == EntryKind.Resolution) : null;
        foreach (var entry in told)
        {
            var at = entry.At!.Instant!.Value;
            var minutes = (long)Math.Abs((at - end).TotalMinutes);
            if (ReferenceEquals(entry, last) && minutes > 0)
            {
                document.Tell(
                    "resolution-differs", document.LineOf(entry),
                    $"This entry resolves the incident {Durations.Describe(minutes)} {(at < end ? "before" : "after")} the stated end, {resolved.Moment.Describe()}.");
            }
            else if (start - at >= Minute || at - end >= Minute)
            {
                document.Tell(
                    "entry-outside", document.LineOf(entry),
                    at < start ? $"This entry is before the start, {started.Moment.Describe()}." : $"This entry is after the end, {resolved.Moment.Describe()}.");
            }
        }
    }

    private static void TellDetection(ReadDocument document)
    {
        var (started, detected) = (document.Postmortem.Milestones.Started, document.Postmortem.Milestones.Detected);
        if (detected?.Moment.Instant - started?.Moment.Instant is not { } span || span < Late)
        {
            return;
        }

        var entry = detected!.Basis == MilestoneBasis.Timeline ? document.Told.FirstOrDefault(entry => entry.At == detected.Moment) : null;
        document.Tell(
            "detected-late",
            entry is null ? document.LineOf(FieldIds.Detected, FieldIds.Timeline) : document.LineOf(entry),
            $"It was detected {Durations.Describe((long)span.TotalMinutes)} after the start.");
    }

    /// <summary>The figures of our own table and metadata, which people may leave behind when they correct a time.</summary>
    private static void TellMeasures(ReadDocument document)
    {
        foreach (var measure in document.Postmortem.Measures.Where(measure => StatedFigure.Whole.Contains(measure.Name)))
        {
            if (measure.Minutes is not { } computed)
            {
                continue;
            }

            for (var i = 0; i < document.Lines.Length; i++)
            {
                if (StatedFigure.Of(document, i, measure) is { } written && written != computed)
                {
                    document.Tell(
                        "measure-differs", i + 1,
                        $"{measure.Title} is {Durations.Describe(computed)} by the times, and here it is {Durations.Describe(written)}.");
                }
            }
        }
    }

    private static void TellConflict(ReadDocument document)
    {
        string[] marks = ["<<<<<<< ", ">>>>>>> "];
        if (Array.FindIndex(document.Lines, line => marks.Any(mark => line.StartsWith(mark, StringComparison.Ordinal))) is var at and >= 0)
        {
            document.Tell("conflict-markers", at + 1, isWhole: true);
        }
    }
}
