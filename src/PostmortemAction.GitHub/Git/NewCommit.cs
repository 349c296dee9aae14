namespace PostmortemAction.GitHub;

/// <summary>A commit without author and committer: then GitHub signs it.</summary>
public sealed record NewCommit(string Message, string Tree, IReadOnlyList<string> Parents);
