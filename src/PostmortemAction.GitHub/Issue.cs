namespace PostmortemAction.GitHub;

/// <summary>An issue; also what the issue routes answer for a pull request, which then carries <see cref="PullRequest"/>.</summary>
public sealed record Issue(
    long Id,
    int Number,
    string Title,
    string? Body,
    string HtmlUrl,
    Account? User,
    IReadOnlyList<Label> Labels,
    IReadOnlyList<Account>? Assignees,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    PullRequestLink? PullRequest);

/// <summary>Says that an issue is a pull request.</summary>
public sealed record PullRequestLink;
