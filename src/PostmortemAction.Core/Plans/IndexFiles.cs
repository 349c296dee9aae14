namespace PostmortemAction.Core.Plans;

/// <summary>The index's files as they stand somewhere.</summary>
/// <param name="ReadmeBlob">The id of its bytes, where that was asked for.</param>
/// <param name="DataBlob">The same of <c>index.json</c>; null where it is not there.</param>
public sealed record IndexFiles(string? Readme, string? ReadmeBlob, string? DataBlob);
