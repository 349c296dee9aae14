using NodaTime;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Diagrams;

/// <summary>A stretch of an incident.</summary>
/// <param name="Name">What happened in it, in our words.</param>
/// <param name="Look">How it is coloured: see <see cref="Gantt.Bar"/>.</param>
internal sealed record Phase(string Name, string Look, Instant From, Instant To)
{
    /// <summary>
    /// From the start to the end in their order: undetected, investigating, misleading paths (on which the investigation went on), mitigating (from the first to the last
    /// mitigation), monitoring. A phase whose ends are not known or that took no time is not there.
    /// </summary>
    public static IReadOnlyList<Phase> Of(Postmortem postmortem)
    {
        var at = postmortem.Milestones;
        if (at is not { Started.Moment.Instant: { } start, Resolved.Moment.Instant: { } end } || end <= start)
        {
            return [];
        }

        var told = postmortem.Timeline.Where(entry => entry.Origin != EntryOrigin.Event && entry.At?.Instant >= start && entry.At?.Instant <= end).ToList();
        if (at.Detected?.Moment.Instant is not { } detected || detected < start || detected > end)
        {
            return [new("Incident", "crit", start, end)];
        }

        var mitigated = at.Mitigated?.Moment.Instant is { } known && known >= detected && known <= end ? known : end;
        var mitigating = told.FirstOrDefault(entry => entry.Kind == EntryKind.Mitigation && entry.At!.Instant >= detected)?.At?.Instant is { } first && first < mitigated ? first : mitigated;
        IEnumerable<Phase> phases =
        [
            new("Undetected", "crit", start, detected),
            new("Investigating", "", detected, mitigating),
            .. Misleading(told),
            new("Mitigating", "active", mitigating, mitigated),
            new("Monitoring", "done", mitigated, end),
        ];
        return [.. phases.Where(phase => phase.To > phase.From)];
    }

    /// <summary>As the measure counts them: each from its first entry to the next one that is none.</summary>
    private static IEnumerable<Phase> Misleading(List<TimelineEntry> told)
    {
        for (var i = 0; i < told.Count; i++)
        {
            if (told[i].Kind == EntryKind.MisleadingPath && (i == 0 || told[i - 1].Kind != EntryKind.MisleadingPath)
                && told.Skip(i).FirstOrDefault(entry => entry.Kind != EntryKind.MisleadingPath)?.At?.Instant is { } next)
            {
                yield return new("Misleading", "crit", told[i].At!.Instant!.Value, next);
            }
        }
    }
}
