namespace PostmortemAction.Core.Ledgers;

/// <summary>The pull request that we opened.</summary>
/// <param name="Title">As we last wrote it; null when not known, and then it is left alone.</param>
/// <param name="Block">The fingerprint of our part of its body as we last wrote it; null when not known.</param>
/// <param name="IsLabelled">Whether it got its label; a person who takes it off again is right.</param>
public sealed record LedgerPullRequest(int Number, string? Title, string? Block, bool IsLabelled)
{
    /// <summary>The reminder that the postmortem is overdue; there is one.</summary>
    public LedgerReminder? Reminded { get; init; }
}
