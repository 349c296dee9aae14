namespace PostmortemAction.Core.Ledgers;

/// <summary>The commit of the default branch that the index's branch took in last, and what its two files were there.</summary>
/// <param name="Readme">The id of the index's bytes there; null where there was none.</param>
/// <param name="Data">The same of <c>index.json</c>.</param>
public sealed record LedgerIndex(string Base, string? Readme, string? Data);
