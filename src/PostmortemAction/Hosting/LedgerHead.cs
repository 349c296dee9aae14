using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Hosting;

/// <summary>The ledger as it stands on GitHub.</summary>
/// <param name="Ref">The ref that holds it, without <c>refs/</c>.</param>
/// <param name="Commit">The commit that the ref points at; null while there is none.</param>
/// <param name="Tree">That commit's tree.</param>
/// <param name="Ledger">What its message says; where somebody put something else on top, what the last one before says. Null where there is none.</param>
/// <param name="KeptIn">The commit that says so; its tree holds the document as we last composed it.</param>
/// <param name="IsLeftBehind">Whether a run that is dead by now still holds it.</param>
public sealed record LedgerHead(string Ref, string? Commit, string? Tree, Ledger? Ledger, string? KeptIn, bool IsLeftBehind)
{
    /// <summary>Whether somebody else moved the ref.</summary>
    public bool IsGarbled => Commit != KeptIn;

    /// <summary>Whether what is there of ours has to be looked for.</summary>
    public bool IsUnreliable => Ledger is null || IsLeftBehind || IsGarbled;
}
