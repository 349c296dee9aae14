using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>A file at a commit.</summary>
/// <param name="File">Null where there is none.</param>
public sealed record DocumentReading(string Path, string Commit, FileText? File);
