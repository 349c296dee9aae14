namespace PostmortemAction.Tests.GitHubEmulation;

/// <param name="Files">The text of each file by its path.</param>
/// <param name="Commits">The newest first, a hundred at most.</param>
public sealed record BranchState(string Name, string Sha, IReadOnlyDictionary<string, string> Files, IReadOnlyList<CommitState> Commits);
