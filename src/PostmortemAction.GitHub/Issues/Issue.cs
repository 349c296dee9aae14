namespace PostmortemAction.GitHub;

/// <summary>An issue; also what the issue routes answer for a pull request, which then carries <see cref="PullRequest"/>.</summary>
/// <param name="Comments">How many comments it has.</param>
/// <param name="NodeId">Its id in GraphQL.</param>
/// <param name="StateReason">Why it is closed or open again, such as <c>completed</c> or <c>not_planned</c>.</param>
public sealed record Issue(
    long Id,
    int Number,
    string Title,
    string State,
    string? Body,
    string HtmlUrl,
    Account? User,
    IReadOnlyList<Label> Labels,
    IReadOnlyList<Account>? Assignees,
    int Comments,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    string? StateReason,
    PullRequestLink? PullRequest,
    string? NodeId = null);
