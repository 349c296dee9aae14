using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Postmortems;

/// <summary>What a template wants to know of the timeline beyond its entries.</summary>
internal static class TimelineModel
{
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
            shown["elapsed"] = start is { } from && entry.At?.Instant is { } at ? Durations.Elapsed(at - from) : null;
        }

        var key = KeyMoments(postmortem);
        model["timeline_is_long"] = timeline.Count > MostOpen;
        model["key_moments"] = entries.Where((_, i) => key.Contains(i)).Cast<object?>().ToList();
        model["multi_day"] = timeline.Select(entry => entry.At?.Date).Where(date => date is not null).Distinct().Count() > 1;
        model["clock_changed"] = timeline
            .Select(entry => entry.At is { Instant: { } instant } at ? at.Zone.GetUtcOffset(instant) : (Offset?)null)
            .Where(offset => offset is not null).Distinct().Count() > 1;
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
