namespace PostmortemAction.Core.Ledgers;

/// <summary>The status comment that we left.</summary>
/// <param name="Block">The fingerprint of our part of it as we last wrote it; null when not known.</param>
public sealed record LedgerComment(long Id, string? Block);
