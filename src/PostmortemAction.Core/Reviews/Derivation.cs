namespace PostmortemAction.Core.Reviews;

/// <summary>What one source says of a figure that a document states.</summary>
/// <param name="Follows">Null where the source alone cannot tell.</param>
/// <param name="Value">What the source gives; null where nothing can be derived from it.</param>
/// <param name="Because">How it is derived, or why it cannot be.</param>
public sealed record Derivation(bool? Follows, string? Value, string Because);
