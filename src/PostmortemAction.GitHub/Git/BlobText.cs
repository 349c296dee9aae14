namespace PostmortemAction.GitHub;

/// <summary>A file's text, as GraphQL tells it.</summary>
/// <param name="Text">Null for what is no text.</param>
/// <param name="IsWhole">Whether all of it is there; a long one is cut.</param>
/// <param name="Id">The id of its bytes.</param>
public sealed record BlobText(string? Text, bool IsWhole, string? Id);
