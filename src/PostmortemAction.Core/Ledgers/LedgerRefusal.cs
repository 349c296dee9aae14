namespace PostmortemAction.Core.Ledgers;

/// <summary>A repository in which follow-ups are to be made, and that does not let us.</summary>
/// <param name="Reason">GitHub's status and words.</param>
/// <param name="On">The day on which it was tried last, as <c>2024-05-03</c>: it is tried again on another.</param>
public sealed record LedgerRefusal(string Repository, string Reason, string On);
