namespace PostmortemAction.GitHub;

internal sealed record FileChange(GitCommit Commit);

internal sealed record ReferenceUpdate(string Sha, bool Force);

internal sealed record BodyUpdate(string Body);

internal sealed record NewLabels(IReadOnlyList<string> Labels);

internal sealed record NewSubIssue(long SubIssueId);
