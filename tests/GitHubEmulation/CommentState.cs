namespace PostmortemAction.Tests.GitHubEmulation;

/// <param name="Issue">The number of the issue or the pull request.</param>
/// <param name="Minimized">The reason, if the comment is hidden.</param>
public sealed record CommentState(long Id, int Issue, string? Author, string Body, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string? Minimized);
