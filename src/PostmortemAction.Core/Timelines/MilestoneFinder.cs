using NodaTime;
using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Finds the milestones: what the form states, else what an entry says, else the label unless the incident was opened again since.</summary>
public static class MilestoneFinder
{
    public static Milestones Find(
        Incident incident, IReadOnlyList<TimelineEntry> timeline, RunSettings settings, ICollection<Problem> problems)
    {
        var told = timeline.Where(entry => entry.Origin != EntryOrigin.Event && entry.At?.Time is not null).ToList();
        // In a document that nobody filled in through a form, the timeline is the story: it begins and ends the incident.
        var story = incident.Answers.IsForm || incident.Answers[FieldIds.Started] is not null ? [] : told.Where(entry => entry.Origin == EntryOrigin.Form).ToList();
        var commands = incident.CommandedTimes;
        var started = commands.GetValueOrDefault("started") ?? Stated(incident.Started, incident) ?? Entry(story.FirstOrDefault());
        var detected = commands.GetValueOrDefault("detected") ?? Stated(incident.Detected, incident) ?? Entry(told.FirstOrDefault(entry => entry.Kind == EntryKind.Detection));
        var resolution = told.LastOrDefault(entry => entry.Kind == EntryKind.Resolution);
        var resolved = commands.GetValueOrDefault("resolved") ?? Stated(incident.Resolved, incident) ?? Entry(resolution)
            ?? (incident.ReopenedAt is null ? Label(incident, settings) ?? (story.Count > 1 ? Entry(story[^1]) : null) : null);
        TellContradiction(incident, resolution, problems);
        return new(
            started,
            detected,
            commands.GetValueOrDefault(CommandForm.Acknowledged) ?? Acknowledged(timeline, detected),
            commands.GetValueOrDefault(CommandForm.Mitigated) ?? Mitigated(told, resolved),
            resolved);
    }

    /// <summary>The first human action after the detection: an entry that people told, or an assignment.</summary>
    private static Milestone? Acknowledged(IReadOnlyList<TimelineEntry> timeline, Milestone? detected)
    {
        if (detected?.Moment.Instant is not { } known)
        {
            return null;
        }

        return Entry(timeline.FirstOrDefault(entry =>
            entry.At?.Instant is { } at && at > known
            && entry.Kind is not (EntryKind.Detection or EntryKind.Resolution)
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
        problems.Add(Problem.Warning(
            $"resolved-{side}-end",
            $"An entry at {resolution.At.Time!.Value:HH':'mm} says that it was resolved, {minutes} minutes {side} the stated end.",
            "Correct the end in the field for it, or the time of the entry. The measures use the stated end.",
            resolution.Source));
    }
}
