namespace PostmortemAction.Hosting;

/// <summary>A file at a commit.</summary>
/// <param name="Text">Null where there is none.</param>
public sealed record DocumentReading(string Path, string Commit, string? Text);
