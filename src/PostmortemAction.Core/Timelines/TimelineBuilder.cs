using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>Puts the entries of form, comments and events into one order, each once.</summary>
public static class TimelineBuilder
{
    /// <param name="words">What comments say, as far as it was read already.</param>
    public static IReadOnlyList<TimelineEntry> Build(Incident incident, RunSettings settings, ICollection<Problem> problems, CommentWords? words = null)
    {
        var sources = new[]
        {
            FormEntries.Read(incident, problems),
            CommentEntries.Read(incident, settings, words ?? new(), problems),
            CommentEntries.OfCommands(incident, problems),
            EventEntries.Read(incident, settings),
        };
        var entries = sources.SelectMany(InOrder).OrderBy(placed => placed.Place).Select(placed => placed.Entry);
        return [.. entries.DistinctBy(Identity)];
    }

    /// <summary>An entry without a time keeps its place behind the entry that it was written below.</summary>
    private static IEnumerable<(Instant Place, TimelineEntry Entry)> InOrder(IEnumerable<TimelineEntry> entries)
    {
        var place = Instant.MinValue;
        foreach (var entry in entries)
        {
            place = entry.At?.Instant ?? place;
            yield return (place, entry);
        }
    }

    /// <summary>The same words in the same minute are one entry, wherever they were written.</summary>
    private static (Instant?, string) Identity(TimelineEntry entry)
    {
        var minute = entry.At?.Instant is { } at ? at - Duration.FromTicks(at.ToUnixTimeTicks() % NodaConstants.TicksPerMinute) : (Instant?)null;
        return (minute, PlainText.Fold(entry.Text).TrimEnd('.', '!'));
    }
}
