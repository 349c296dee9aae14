namespace PostmortemAction.GitHub;

/// <summary>A pull request.</summary>
public sealed record PullRequest(
    int Number,
    string State,
    string Title,
    string? Body,
    string HtmlUrl,
    DateTimeOffset? MergedAt,
    Account? User,
    PullRequestEnd Head,
    PullRequestEnd Base);

/// <summary>Head or base of a pull request.</summary>
public sealed record PullRequestEnd(string Ref, string Sha);
