namespace PostmortemAction.Archives;

/// <summary>What somebody asks of a report.</summary>
/// <param name="Since">The first day, as it was typed; null for all.</param>
/// <param name="Write">Whether the folder's index is to be written.</param>
public sealed record ReportOptions(bool Json = false, bool Csv = false, string? Since = null, bool Write = false);
