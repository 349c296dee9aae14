using NodaTime;
using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Digests;

/// <summary>The follow-ups that are still open, by what somebody should look at first.</summary>
/// <param name="Open">By number.</param>
/// <param name="Overdue">The longest overdue first.</param>
/// <param name="DueSoon">Due today or within <see cref="Soon"/> days, the next first.</param>
/// <param name="Loose">Without an owner or without a date, by number.</param>
/// <param name="Oldest">The few that have been open for longest.</param>
public sealed record FollowUpDigest(
    LocalDate Today,
    IReadOnlyList<TrackedFollowUp> Open,
    IReadOnlyList<TrackedFollowUp> Overdue,
    IReadOnlyList<TrackedFollowUp> DueSoon,
    IReadOnlyList<TrackedFollowUp> Loose,
    IReadOnlyList<TrackedFollowUp> Oldest,
    IReadOnlyList<OwnerLoad> Owners)
{
    public const int Soon = 7;

    private const int FewOldest = 5;

    /// <param name="followUps">In whatever order; closed ones do not count.</param>
    public static FollowUpDigest Of(IEnumerable<TrackedFollowUp> followUps, LocalDate today)
    {
        var open = followUps.Where(each => each.FollowUp.State == FollowUpState.Open).DistinctBy(each => each.FollowUp.Number).OrderBy(each => each.FollowUp.Number).ToList();
        return new(
            today,
            open,
            [.. open.Where(each => IsOverdue(each, today)).OrderBy(each => each.FollowUp.Due)],
            [.. open.Where(each => IsSoon(each, today)).OrderBy(each => each.FollowUp.Due)],
            [.. open.Where(each => each.FollowUp.Owner is null || each.FollowUp.Due is null)],
            [.. open.OrderBy(each => each.FollowUp.CreatedAt).ThenBy(each => each.FollowUp.Number).Take(FewOldest)],
            [.. open.GroupBy(each => each.FollowUp.Owner, StringComparer.OrdinalIgnoreCase)
                .Select(group => new OwnerLoad(group.Key, group.Count(), group.Count(each => IsOverdue(each, today)), group.Count(each => IsSoon(each, today))))
                .OrderBy(load => load.Owner is null).ThenByDescending(load => load.Overdue).ThenByDescending(load => load.Open).ThenBy(load => load.Owner, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>How many days it is overdue; null where it names no date.</summary>
    public int? DaysOverdue(TrackedFollowUp followUp) => followUp.FollowUp.Due is { } due ? Period.DaysBetween(due, Today) : null;

    private static bool IsOverdue(TrackedFollowUp followUp, LocalDate today) => followUp.FollowUp.Due < today;

    private static bool IsSoon(TrackedFollowUp followUp, LocalDate today) => followUp.FollowUp.Due is { } due && due >= today && due <= today.PlusDays(Soon);
}
