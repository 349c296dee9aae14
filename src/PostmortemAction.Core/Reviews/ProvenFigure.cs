namespace PostmortemAction.Core.Reviews;

/// <summary>A figure that a document states, and what the document's own times say of it.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="Follows">Null where the document alone cannot tell: part of what the figure was made from stands on the incident.</param>
/// <param name="Derived">What the times give; null where nothing can be derived.</param>
/// <param name="Because">How it is derived, or why it cannot be.</param>
public sealed record ProvenFigure(string Name, int Line, string Stated, bool? Follows, string? Derived, string Because);
