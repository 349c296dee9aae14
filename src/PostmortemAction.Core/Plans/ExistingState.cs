namespace PostmortemAction.Core.Plans;

/// <summary>What GitHub holds of ours for one incident.</summary>
/// <param name="BaseCommit">The commit of the default branch at which everything was read.</param>
/// <param name="BaseHasDocument">Whether the default branch has a file where the document would go; asked only while no pull request notes the path.</param>
/// <param name="BranchCommit">The head of our branch; null when there is none.</param>
/// <param name="BranchMessage">The message of that commit; read only where no pull request notes what we wrote.</param>
/// <param name="BranchDocument">The document's text on our branch; null when it is not there.</param>
/// <param name="FollowUps">Numbers of the follow-up issues, by task key.</param>
public sealed record ExistingState(
    string BaseCommit,
    bool BaseHasDocument,
    string? BranchCommit,
    string? BranchMessage,
    string? BranchDocument,
    ExistingPullRequest? PullRequest,
    IReadOnlyDictionary<string, int> FollowUps,
    ExistingComment? Status)
{
    /// <summary>
    /// Whether the document on our branch is as we left it: our pull request notes its fingerprint;
    /// before there is one, and where a person opened it, the branch ends with our commit.
    /// </summary>
    public bool IsOurs(string document, DesiredState desired) =>
        PullRequest?.Marker?["document"] is { } noted ? noted == Fingerprint.Of(document) : BranchMessage == desired.CommitMessage;

    /// <summary>The document's path: once our pull request notes it, it stays; where another incident's file stands it gets the number.</summary>
    public string PathOf(string path, int incident) => PathOf(path, incident, PullRequest, BaseHasDocument);

    /// <inheritdoc cref="PathOf(string, int)"/>
    public static string PathOf(string path, int incident, ExistingPullRequest? pullRequest, bool baseHasDocument) =>
        pullRequest?.Marker?["path"] is { Length: > 0 } written ? written
            : baseHasDocument && pullRequest?.State != PullRequestState.Merged ? DocumentPath.WithNumber(path, incident)
            : path;

    /// <summary>A repository in which we never wrote.</summary>
    public static ExistingState Nothing(string baseCommit) => new(baseCommit, false, null, null, null, null, new Dictionary<string, int>(), null);
}
