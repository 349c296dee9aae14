namespace PostmortemAction.GitHub;

/// <summary>An entry of a folder's listing.</summary>
/// <param name="Mode">Git's mode in octal digits, where Git is asked.</param>
/// <param name="Size">A file's size in bytes.</param>
public sealed record FolderEntry(string Type, string Path, string? Mode = null, string? Sha = null, long? Size = null);
