namespace PostmortemAction.GitHub;

/// <summary>A file of a folder.</summary>
/// <param name="Text">Null where it cannot be had like this: it is too long, or no text.</param>
public sealed record RepositoryFile(string Path, string? Text);
