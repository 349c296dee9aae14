namespace PostmortemAction.GitHub;

/// <summary>A pull request.</summary>
public sealed record PullRequest(
    int Number,
    string State,
    string? Body,
    string HtmlUrl,
    DateTimeOffset? MergedAt,
    Account? User,
    GitObject Head);
