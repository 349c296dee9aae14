using NodaTime;

namespace PostmortemAction.Core.Reminders;

/// <summary>What was said on an open follow-up whose date is near or past.</summary>
/// <param name="Sent">Our reminders.</param>
/// <param name="SnoozedUntil">The day until which somebody who may asked for silence.</param>
public sealed record FollowUpTalk(IReadOnlyList<Reminder> Sent, LocalDate? SnoozedUntil)
{
    /// <summary>What the last one who asked wrote in place of a day; null where it is one.</summary>
    public string? Unreadable { get; init; }
}
