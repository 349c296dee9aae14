using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>What in a timeline does not fit together, or is missing from it.</summary>
public static class TimelineProblems
{
    /// <summary>A silence shorter than this is none, however short the incident was.</summary>
    private static readonly Duration ShortestSilence = Duration.FromMinutes(30);

    /// <summary>Entries are told by the minute: one of the minute of the start or the end is not outside.</summary>
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static void Tell(Incident incident, IReadOnlyList<TimelineEntry> timeline, Milestones milestones, ICollection<Problem> problems)
    {
        var told = timeline.Where(entry => entry is { Origin: not EntryOrigin.Event, At.Instant: not null }).ToList();
        if (milestones is { Started.Moment.Instant: { } start, Resolved.Moment.Instant: { } end } && end > start)
        {
            TellOutside(told, start, end, incident.Record.Url, problems);
            TellSilence(told, start, end, incident, problems);
        }

        TellFuture(incident, told, problems);
        TellEdited(incident, told, problems);
    }

    private static void TellOutside(List<TimelineEntry> told, Instant start, Instant end, string place, ICollection<Problem> problems)
    {
        var outside = told.Where(entry => start - entry.At!.Instant >= Minute || entry.At!.Instant - end >= Minute).ToList();
        if (outside.Count > 0)
        {
            problems.Add(Problem.Note(
                "entries-outside",
                $"{Words.Count(outside.Count, "entry is", "entries are")} before the start or after the end: {string.Join(", ", outside.Take(5).Select(entry => entry.At!.Describe()))}{(outside.Count > 5 ? ", …" : "")}.",
                "Nothing is to be done where that is right; else correct the start, the end or the entry.",
                outside[0].Source ?? place));
        }
    }

    /// <summary>More than a third of the incident of which nobody tells anything.</summary>
    private static void TellSilence(List<TimelineEntry> told, Instant start, Instant end, Incident incident, ICollection<Problem> problems)
    {
        var points = told.Select(entry => entry.At!.Instant!.Value).Where(at => at > start && at < end).Prepend(start).Append(end).Order().ToList();
        var (from, to) = points.Zip(points.Skip(1)).MaxBy(gap => gap.Second - gap.First);
        if (told.Count > 1 && to - from >= ShortestSilence && (to - from) * 3 > end - start)
        {
            problems.Add(Problem.Note(
                "silence",
                $"Nothing is told between {Moment.At(from, incident.Zone).Describe()} and {Moment.At(to, incident.Zone).Describe()}, more than a third of the incident.",
                "If something happened then, add a comment that begins with its time.",
                incident.Record.Url));
        }
    }

    private static void TellFuture(Incident incident, List<TimelineEntry> told, ICollection<Problem> problems)
    {
        var comments = incident.Record.Comments.DistinctBy(comment => comment.Url).ToDictionary(comment => comment.Url);
        foreach (var entry in told)
        {
            if (entry.Source is { } source && comments.TryGetValue(source, out var comment) && entry.At!.Instant > comment.CreatedAt + DayFinder.Grace && entry.At.Instant > comment.UpdatedAt + DayFinder.Grace)
            {
                problems.Add(Problem.Warning(
                    "entry-in-the-future",
                    $"An entry at {entry.At.Describe()} is later than the comment that tells it.",
                    "Correct its date or time in the comment.",
                    entry.Source));
            }
        }
    }

    private static void TellEdited(Incident incident, List<TimelineEntry> told, ICollection<Problem> problems)
    {
        var sources = told.Select(entry => entry.Source).ToHashSet();
        foreach (var comment in incident.Record.Comments.Where(comment =>
            sources.Contains(comment.Url) && comment.UpdatedAt > comment.CreatedAt && incident.Over is { } over && comment.CreatedAt < over && comment.UpdatedAt > over))
        {
            problems.Add(Problem.Note(
                "edited-afterwards",
                $"A comment in the timeline was edited after the incident was over, at {Moment.At(comment.UpdatedAt, incident.Zone).Describe()}.",
                "Look whether the entry still says what was known then.",
                comment.Url));
        }
    }
}
