namespace PostmortemAction.Core.Plans;

/// <summary>Our status comment as it is.</summary>
public sealed record ExistingComment(long Id, string Body);
