namespace PostmortemAction.Core.Ledgers;

/// <summary>The digest issue that we created.</summary>
/// <param name="Title">As we last wrote it; null when not known, and then it is left alone.</param>
public sealed record LedgerIssue(int Number, string? Title);
