using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Core.Plans;

/// <summary>What GitHub holds of ours for the repository as a whole.</summary>
/// <param name="BaseCommit">The commit of the default branch at which everything was read.</param>
/// <param name="Base">The index's files there.</param>
/// <param name="BranchCommit">The head of the index's branch; null where there is none.</param>
/// <param name="Branch">The index's files on it; null where there is none, or all of it is merged.</param>
/// <param name="Ancestor">The index as it was on the default branch when the branch took it in last; null where there was none.</param>
/// <param name="IsAncestorKnown">Whether that is known.</param>
/// <param name="IsLedgerBehind">Whether the ledger on GitHub does not say what we know.</param>
public sealed record RepositoryState(
    string BaseCommit,
    IndexFiles Base,
    string? BranchCommit,
    IndexFiles? Branch,
    string? Ancestor,
    bool IsAncestorKnown,
    ExistingPullRequest? PullRequest,
    Ledger Ledger,
    bool IsLedgerBehind)
{
    /// <summary>The digest issue; null where there is none, be it that a person deleted it, or where it was not asked for.</summary>
    public ExistingDigest? Digest { get; init; }

    /// <summary>Whether somebody closed the index's pull request and left its branch: "not now".</summary>
    public bool IsResting => PullRequest is { State: PullRequestState.Closed } && BranchCommit is not null;
}
