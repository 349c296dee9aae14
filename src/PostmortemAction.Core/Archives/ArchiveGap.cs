namespace PostmortemAction.Core.Archives;

/// <summary>A cell that stays empty, and why.</summary>
/// <param name="Column">One of <see cref="ArchiveColumns"/>.</param>
/// <param name="Reason">A sentence of ours without a full stop; it holds no words of people.</param>
public sealed record ArchiveGap(string Column, string Reason);
