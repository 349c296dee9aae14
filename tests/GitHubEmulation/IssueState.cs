namespace PostmortemAction.Tests.GitHubEmulation;

/// <param name="SubIssues">Their numbers, in order.</param>
public sealed record IssueState(
    int Number,
    long Id,
    string Title,
    string? Body,
    string State,
    string? StateReason,
    string? Author,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Assignees,
    IReadOnlyList<int> SubIssues);
