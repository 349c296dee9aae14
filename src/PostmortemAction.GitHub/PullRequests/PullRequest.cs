namespace PostmortemAction.GitHub;

/// <summary>A pull request.</summary>
public sealed record PullRequest(
    int Number,
    string Title,
    string State,
    string? Body,
    string HtmlUrl,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? MergedAt,
    Account? User,
    GitObject Head);
