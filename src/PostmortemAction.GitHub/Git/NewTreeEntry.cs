namespace PostmortemAction.GitHub;

/// <summary>A text file of a new tree.</summary>
public sealed record NewTreeEntry(string Path, string Mode, string Type, string Content);
