namespace PostmortemAction.GitHub;

/// <summary>A tree that differs from another in one text file.</summary>
public sealed record NewTree(string BaseTree, IReadOnlyList<NewTreeEntry> Tree);
