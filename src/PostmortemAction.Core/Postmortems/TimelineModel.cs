using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Postmortems;

/// <summary>What a template wants to know of the timeline beyond its entries.</summary>
internal static class TimelineModel
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly OffsetPattern OffsetText = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>A timeline with more entries is folded.</summary>
    private const int MostOpen = 25;

    /// <summary>More key moments than these are a timeline of their own.</summary>
    private const int MostKeyMoments = 10;

    /// <param name="model">Holds the entries already, in the timeline's order.</param>
    public static void AddTo(Dictionary<string, object?> model, Postmortem postmortem)
    {
        var timeline = postmortem.Timeline;
        var entries = ((List<object?>)model["timeline"]!).Cast<Dictionary<string, object?>>().ToList();
        var start = postmortem.Milestones.Started?.Moment.Instant;
        foreach (var (entry, shown) in timeline.Zip(entries))
        {
            shown["elapsed"] = start is { } from && entry.At?.Instant is { } at ? Durations.Unbroken(Durations.Elapsed(at - from)) : null;
        }

        var places = KeyMoments(postmortem).Order().ToList();
        var key = places.Select(place => new Dictionary<string, object?>(entries[place])).ToList();
        var isMultiDay = timeline.Select(entry => entry.At?.Date).Where(date => date is not null).Distinct().Count() > 1;
        AddWhen(entries, timeline, isMultiDay || start is null);
        AddWhen(key, [.. places.Select(place => timeline[place])], isMultiDay || start is null);
        model["timeline_is_long"] = timeline.Count > MostOpen;
        model["key_moments"] = key.Cast<object?>().ToList();
        model["multi_day"] = isMultiDay;
    }

    /// <summary>The time of each: with its day where that is another than before, and everywhere with its offset where the clocks changed in between.</summary>
    private static void AddWhen(List<Dictionary<string, object?>> shown, IReadOnlyList<TimelineEntry> timeline, bool withDays)
    {
        var withOffset = timeline.Select(entry => entry.At is { Instant: { } instant } at ? at.Zone.GetUtcOffset(instant) : (Offset?)null).Where(offset => offset is not null).Distinct().Count() > 1;
        LocalDate? day = null;
        foreach (var (entry, at) in shown.Zip(timeline.Select(entry => entry.At)))
        {
            if (at is not { Instant: { } instant })
            {
                entry["when"] = at is null ? "–" : at.Describe();
                continue;
            }

            var local = instant.InZone(at.Zone);
            entry["when"] = (withDays && day != local.Date ? LocalDatePattern.Iso.Format(local.Date) + " " : "")
                + Minute.Format(local.TimeOfDay)
                + (withOffset ? $" {OffsetText.Format(local.Offset)}" : "");
            day = local.Date;
        }
    }

    /// <summary>The places of the entries that a milestone was read from or that tell of its minute, and of escalations.</summary>
    private static HashSet<int> KeyMoments(Postmortem postmortem)
    {
        var milestones = postmortem.Milestones;
        (Milestone? At, EntryKind? Kind)[] wanted =
        [
            (milestones.Started, EntryKind.Detection), (milestones.Detected, EntryKind.Detection), (milestones.Acknowledged, null),
            (milestones.Mitigated, EntryKind.Mitigation), (milestones.Resolved, EntryKind.Resolution),
        ];
        var entries = postmortem.Timeline.Select((entry, place) => (entry, place)).ToList();
        var key = new HashSet<int>();
        foreach (var (milestone, kind) in wanted)
        {
            // Of several in the same minute the one of its kind, and what people told before what GitHub noted.
            var there = entries.Where(at => milestone?.Moment.Instant is { } instant && at.entry.At?.Instant == instant)
                .OrderBy(at => at.entry.Kind == kind ? 0 : 1).ThenBy(at => at.entry.Origin == EntryOrigin.Event ? 1 : 0).ToList();
            if (there.Count > 0)
            {
                key.Add(there[0].place);
            }
        }

        key.UnionWith(entries.Where(at => at.entry.Kind == EntryKind.Escalation).Select(at => at.place).Take(MostKeyMoments - key.Count));
        return key;
    }
}
