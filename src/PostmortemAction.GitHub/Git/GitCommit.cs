namespace PostmortemAction.GitHub;

/// <summary>A commit: what it holds, what it follows, and when it was made.</summary>
public sealed record GitCommit(string Sha, string? Message, GitObject Tree, IReadOnlyList<GitObject> Parents, CommitPerson? Committer);
