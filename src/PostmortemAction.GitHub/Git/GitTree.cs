namespace PostmortemAction.GitHub;

/// <summary>The files and folders of a commit.</summary>
/// <param name="Truncated">Whether there are more than GitHub lists.</param>
public sealed record GitTree(IReadOnlyList<FolderEntry> Tree, bool Truncated);
