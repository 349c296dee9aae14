using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>For how long the open follow-ups have been open, on the newest day that the data knows: no day that passes changes it, only what happens.</summary>
/// <param name="Counts">By <see cref="Names"/>.</param>
public sealed record FollowUpAges(LocalDate Day, IReadOnlyList<int> Counts)
{
    private static readonly int[] Ends = [14, 30, 90];

    public static IReadOnlyList<string> Names { get; } = ["up to 14 days", "15 to 30 days", "31 to 90 days", "over 90 days"];

    public int Total => Counts.Sum();

    /// <returns>Null where no follow-up is known to be open.</returns>
    public static FollowUpAges? Of(Archive archive)
    {
        var open = archive.FollowUps.Where(followUp => followUp.State == FollowUpState.Open).Select(followUp => Date(followUp.CreatedAt)).OfType<LocalDate>().ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var day = archive.FollowUps.SelectMany(followUp => (LocalDate?[])[Date(followUp.CreatedAt), Date(followUp.ClosedAt)])
            .Concat(archive.Rows.Where(row => !row.IsInFuture).Select(row => row.Date)).Max()!.Value;
        var buckets = open.Select(created => Ends.TakeWhile(end => Period.DaysBetween(created, day) > end).Count()).ToList();
        return new(day, [.. Names.Select((_, i) => buckets.Count(bucket => bucket == i))]);
    }

    private static LocalDate? Date(Instant? at) => at?.InUtc().Date;
}
