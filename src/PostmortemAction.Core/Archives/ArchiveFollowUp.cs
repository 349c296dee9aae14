using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>A follow-up issue, as it was when it was last looked at.</summary>
/// <param name="CreatedAt">Null for what is gone.</param>
/// <param name="Owner">Who is assigned, else whom the task named; null for nobody.</param>
public sealed record ArchiveFollowUp(int Number, FollowUpState State, Instant? CreatedAt, Instant? ClosedAt, LocalDate? Due, string? Owner);
