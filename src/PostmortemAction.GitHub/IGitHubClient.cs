namespace PostmortemAction.GitHub;

/// <summary>
/// The parts of GitHub's API that we use, for one repository. The seam behind which a hand-made client stands in for Octokit.
/// Methods that look something up give null where GitHub answers 404 or 410.
/// </summary>
public interface IGitHubClient
{
    Task<Repository> GetRepositoryAsync(CancellationToken cancellation);

    /// <summary>The login that the token acts as; null when GitHub does not say.</summary>
    Task<string?> GetOwnLoginAsync(CancellationToken cancellation);

    Task<string?> GetFileAsync(string path, string commit, CancellationToken cancellation);

    Task<IReadOnlyList<FolderEntry>> ListFolderAsync(string path, string commit, CancellationToken cancellation);

    Task<Issue?> GetIssueAsync(int number, CancellationToken cancellation);

    /// <param name="labels">All of them must be on the issue.</param>
    /// <param name="since">Only issues updated at or after this time.</param>
    Task<IReadOnlyList<Issue>> ListIssuesAsync(IReadOnlyList<string> labels, DateTimeOffset? since, CancellationToken cancellation);

    Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation);

    Task<IReadOnlyList<Comment>> ListCommentsAsync(int issue, CancellationToken cancellation);

    Task CreateCommentAsync(int issue, string body, CancellationToken cancellation);

    Task UpdateCommentAsync(long id, string body, CancellationToken cancellation);

    Task<IReadOnlyList<TimelineItem>> ListTimelineAsync(int issue, CancellationToken cancellation);

    /// <summary>Adds labels to an issue or pull request.</summary>
    Task AddLabelsAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellation);

    /// <param name="subIssueId">The issue's database id, not its number.</param>
    Task AddSubIssueAsync(int issue, long subIssueId, CancellationToken cancellation);

    Task<AccessLevel?> GetPermissionAsync(string login, CancellationToken cancellation);

    /// <param name="name">The name without <c>refs/</c>, such as <c>heads/main</c>.</param>
    Task<GitReference?> GetReferenceAsync(string name, CancellationToken cancellation);

    Task CreateReferenceAsync(NewReference reference, CancellationToken cancellation);

    /// <summary>Moves a reference forward, never by force.</summary>
    Task UpdateReferenceAsync(string name, string commit, CancellationToken cancellation);

    Task<GitCommit> GetCommitAsync(string commit, CancellationToken cancellation);

    Task<GitObject> CreateTreeAsync(NewTree tree, CancellationToken cancellation);

    Task<GitObject> CreateCommitAsync(NewCommit commit, CancellationToken cancellation);

    /// <summary>Pull requests of a branch of this repository in every state, the newest first.</summary>
    Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(string branch, CancellationToken cancellation);

    Task<PullRequest> CreatePullRequestAsync(NewPullRequest pullRequest, CancellationToken cancellation);

    Task UpdatePullRequestAsync(int number, string body, CancellationToken cancellation);
}
