namespace PostmortemAction.Core.Digests;

/// <summary>What somebody, or a team, has to do.</summary>
/// <param name="Owner">A login or <c>organisation/team</c>; null for what is nobody's.</param>
public sealed record OwnerLoad(string? Owner, int Open, int Overdue, int DueSoon);
