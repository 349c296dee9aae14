using NodaTime;
using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Finds the milestones: what the form states, else what an entry says, else the label unless the incident was opened again since.</summary>
public static class MilestoneFinder
{
    /// <summary>How long after the end it is usual to set the label.</summary>
    private static readonly Duration LongestLag = Duration.FromHours(1);

    public static Milestones Find(
        Incident incident, IReadOnlyList<TimelineEntry> timeline, RunSettings settings, ICollection<Problem> problems)
    {
        var told = timeline.Where(entry => entry.Origin != EntryOrigin.Event && entry.At?.Time is not null).ToList();
        // In a document that nobody filled in through a form, the timeline is the story: it begins and ends the incident.
        var story = incident.Answers.IsForm || incident.Answers[FieldIds.Started] is not null ? [] : told.Where(entry => entry.Origin == EntryOrigin.Form).ToList();
        var commands = incident.CommandedTimes;
        var started = commands.GetValueOrDefault("started") ?? Stated(incident.Started, incident) ?? Entry(story.FirstOrDefault());
        // A second label continues the timeline: what was told of an end before it was opened again was none.
        var resolution = told.LastOrDefault(entry => entry.Kind == EntryKind.Resolution && !(entry.At?.Instant <= incident.ContinuedAt));
        var resolved = commands.GetValueOrDefault("resolved") ?? Stated(incident.Resolved, incident) ?? Entry(resolution)
            ?? (incident.ReopenedAt is null ? Label(incident, settings) ?? (story.Count > 1 ? Entry(story[^1]) : null) : null);
        // What somebody notices after the end is another thing.
        var detected = commands.GetValueOrDefault("detected") ?? Stated(incident.Detected, incident)
            ?? Entry(told.FirstOrDefault(entry => entry.Kind == EntryKind.Detection && !(entry.At?.Instant > resolved?.Moment.Instant)));
        TellContradiction(incident, resolution, problems);
        TellReopened(incident, resolved, problems);
        TellEarly(incident, resolution, resolved, settings, problems);
        return new(
            started,
            detected,
            commands.GetValueOrDefault(CommandForm.Acknowledged) ?? Acknowledged(timeline, detected, resolved, incident.ContinuedAt),
            commands.GetValueOrDefault(CommandForm.Mitigated) ?? Mitigated(told, resolved),
            resolved);
    }

    /// <summary>The first human action from the detection to the end: an entry that people told, or an assignment.</summary>
    private static Milestone? Acknowledged(IReadOnlyList<TimelineEntry> timeline, Milestone? detected, Milestone? resolved, Instant? continued)
    {
        if (detected?.Moment.Instant is not { } known)
        {
            return null;
        }

        return Entry(timeline.FirstOrDefault(entry =>
            entry.At?.Instant is { } at && at > known && !(at > resolved?.Moment.Instant)
            && (entry.Kind is not (EntryKind.Detection or EntryKind.Resolution) || (entry.Kind == EntryKind.Resolution && at <= continued))
            && entry.IsHumanAction));
    }

    /// <summary>The last mitigation up to the resolution: an earlier one that had helped would have needed no other.</summary>
    private static Milestone? Mitigated(List<TimelineEntry> told, Milestone? resolved) =>
        Entry(told.LastOrDefault(entry => entry.Kind == EntryKind.Mitigation
            && (resolved?.Moment.Instant is not { } end || entry.At?.Instant is not { } at || at <= end)));

    private static Milestone? Stated(Moment? moment, Incident incident) =>
        moment is null ? null : new(moment, MilestoneBasis.Stated, incident.Record.Url);

    private static Milestone? Entry(TimelineEntry? entry) =>
        entry?.At is { } at ? new(at, MilestoneBasis.Timeline, entry.Source) : null;

    private static Milestone? Label(Incident incident, RunSettings settings)
    {
        var label = incident.Record.Events.LastOrDefault(e =>
            e.Event == "labeled" && string.Equals(e.Label, settings.ResolvedLabel, StringComparison.OrdinalIgnoreCase));
        return label is null ? null : new(Moment.At(label.At, incident.Zone), MilestoneBasis.Label, label.Url);
    }

    private static void TellContradiction(Incident incident, TimelineEntry? resolution, ICollection<Problem> problems)
    {
        if (incident.Resolved?.Instant is not { } stated || resolution?.At?.Instant is not { } told || stated == told)
        {
            return;
        }

        var minutes = Math.Abs((long)(stated - told).TotalMinutes);
        if (minutes < 1)
        {
            return;
        }

        var side = told < stated ? "before" : "after";
        var at = resolution.At.Date == incident.Resolved.Date ? $"{resolution.At.Time!.Value:HH':'mm}" : resolution.At.Describe();
        var span = minutes < 60 ? Words.Count((int)minutes, "minute", "minutes") : Durations.Brief(Duration.FromMinutes(minutes));
        problems.Add(Problem.Warning(
            $"resolved-{side}-end",
            $"An entry at {at} says that it was resolved, {span} {side} the stated end.",
            "Correct the end in the field for it, or the time of the entry. The measures use the stated end.",
            resolution.Source));
    }

    /// <summary>A stated end stays; but who stated it may not have known that it went on. A command given since then did.</summary>
    private static void TellReopened(Incident incident, Milestone? resolved, ICollection<Problem> problems)
    {
        if (resolved?.Moment.Instant is { } end && incident.ContinuedAt is { } again && end < again
            && !incident.Record.Comments.Any(comment => comment.Url == resolved.Source && comment.CreatedAt > again))
        {
            problems.Add(Problem.Warning(
                "end-before-reopening",
                $"The end, {resolved.Moment.Describe()}, is before the incident was opened again, at {Moment.At(again, incident.Zone).Describe()}.",
                "State the end in the incident, or comment `/resolved` with its time.",
                incident.Record.Url));
        }
    }

    /// <summary>Words of an entry may mean something else. Who labels long after they were said had perhaps another end in mind.</summary>
    private static void TellEarly(Incident incident, TimelineEntry? resolution, Milestone? resolved, RunSettings settings, ICollection<Problem> problems)
    {
        if (resolved is { Basis: MilestoneBasis.Timeline, Moment.Instant: { } end } && resolution is { KindFrom: { } words } && resolution.At == resolved.Moment && KindNames.IsPhrase(words)
            && incident.ReopenedAt is null && Label(incident, settings)?.Moment.Instant is { } labelled && labelled - end > LongestLag)
        {
            problems.Add(Problem.Warning(
                "end-before-label",
                $"The end is read from the words {Quoted.Code(words)} in an entry at {resolved.Moment.Describe()}, {Durations.Describe((long)(labelled - end).TotalMinutes)} before the label {Quoted.Code(settings.ResolvedLabel)} was set.",
                "State the end in the incident, or comment `/resolved` with its time.",
                resolution.Source));
        }
    }
}
