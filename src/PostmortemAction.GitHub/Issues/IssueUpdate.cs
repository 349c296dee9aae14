namespace PostmortemAction.GitHub;

/// <summary>What changes on an issue; what is null stays.</summary>
/// <param name="State"><c>open</c> or <c>closed</c>.</param>
public sealed record IssueUpdate(string? Title = null, string? Body = null, string? State = null, string? StateReason = null, IReadOnlyList<string>? Assignees = null, IReadOnlyList<string>? Labels = null);
