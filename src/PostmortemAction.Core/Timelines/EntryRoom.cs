using System.Globalization;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>
/// How much of the document comments may fill: an issue takes 2,500 of 65,536 characters each, and no reader that. What is longer ends with an ellipsis
/// beside the link to the whole, and is told.
/// </summary>
internal static class EntryRoom
{
    /// <summary>UTF-16 units of one entry.</summary>
    public const int MostOfOne = 2_000;

    /// <summary>Of all together, unless there are so many that each has no more than <see cref="LeastOfOne"/>.</summary>
    private const int MostOfAll = 150_000;
    private const int LeastOfOne = 100;

    /// <summary>As many as GitHub takes comments on one issue: https://docs.github.com/en/rest/issues/comments.</summary>
    private const int MostEntries = 2_500;

    /// <summary>Cuts the longest, as far as needed; the others stay whole. Of too many those without a kind are left out, the latest first.</summary>
    public static IEnumerable<TimelineEntry> Share(IReadOnlyList<TimelineEntry> entries, Incident incident, ICollection<Problem> problems)
    {
        if (entries.Count > MostEntries)
        {
            problems.Add(Problem.Warning(
                "timeline-full",
                string.Create(CultureInfo.InvariantCulture, $"{entries.Count - MostEntries} of {entries.Count} entries from comments are left out of the timeline: no document holds so many."),
                "Put `pin` above the comments that matter and set `timeline: { comments: marked }` in the configuration.",
                incident.Record.Url));
            var kept = entries.OrderBy(entry => entry.Kind is null).Take(MostEntries).ToHashSet(ReferenceEqualityComparer.Instance);
            entries = [.. entries.Where(kept.Contains)];
        }

        var (low, high) = (LeastOfOne, MostOfOne);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = entries.Sum(entry => Math.Min(entry.Text.Length, middle)) <= MostOfAll ? (middle, high) : (low, middle - 1);
        }

        var count = entries.Count(entry => entry.Text.Length > low);
        if (count > 0)
        {
            problems.Add(Problem.Note(
                "comments-cut",
                $"{(count == 1 ? "One comment is" : $"{count} comments are")} too long for the timeline, which shows the first {low} characters.",
                "Say what matters in a short comment, beginning with its time.",
                count == 1 ? entries.First(entry => entry.Text.Length > low).Source : incident.Record.Url));
        }

        return entries.Select(entry => entry with { Text = PlainText.Cut(entry.Text, low) });
    }
}
