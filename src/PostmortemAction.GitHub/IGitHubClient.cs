namespace PostmortemAction.GitHub;

/// <summary>
/// The parts of GitHub's API that we use, for one repository. The seam behind which a hand-made client stands in for Octokit.
/// Methods that look something up give null where GitHub answers 404 or 410. What may safely be sent again is sent again before it
/// fails, so a refusal such as "already exists" can be our own success: look at what is there. Creating an issue, a comment or a pull
/// request is never repeated where it may have had its effect; it ends as a <see cref="GitHubException"/> that is ambiguous.
/// </summary>
public interface IGitHubClient
{
    /// <summary>The same for another repository of the server, by the same token and within the same bounds.</summary>
    /// <param name="repository"><c>owner/name</c>; null for this one.</param>
    IGitHubClient At(string? repository);

    /// <summary>How many requests GitHub still takes in this hour; null as long as it has not said.</summary>
    int? Remaining { get; }

    /// <summary>When that count starts anew.</summary>
    TimeSpan? ResetsIn { get; }

    /// <summary>The server's time; null before its first answer. For ages of what it holds: this machine's date may be wrong.</summary>
    DateTimeOffset? ServerNow { get; }

    Task<Repository> GetRepositoryAsync(CancellationToken cancellation);

    /// <summary>What the repository's settings allow to workflows; only who administers it may see them.</summary>
    Task<WorkflowSettings?> GetWorkflowSettingsAsync(CancellationToken cancellation);

    /// <summary>A label of the repository.</summary>
    Task<Label?> GetLabelAsync(string name, CancellationToken cancellation);

    /// <summary>The login that the token acts as; null when GitHub does not say.</summary>
    Task<string?> GetOwnLoginAsync(CancellationToken cancellation);

    /// <summary>Much of what a run begins with, in one request; null where the server does not answer such questions: then ask for each by itself.</summary>
    Task<RepositoryAnswer?> AskAsync(RepositoryQuestion question, CancellationToken cancellation);

    /// <summary>Null where there is none.</summary>
    Task<FileText?> GetFileAsync(string path, string commit, CancellationToken cancellation);

    Task<IReadOnlyList<FolderEntry>> ListFolderAsync(string path, string commit, CancellationToken cancellation);

    /// <summary>What several folders hold, in one request; nothing where there is no such folder, be it that a link stands there.</summary>
    /// <param name="paths">The root's path is empty.</param>
    Task<IReadOnlyList<IReadOnlyList<TreeItem>>> ListTreesAsync(IReadOnlyList<string> paths, string commit, CancellationToken cancellation);

    /// <summary>Whether an issue is gone for good, and not only out of sight.</summary>
    Task<bool> IsIssueDeletedAsync(int number, CancellationToken cancellation);

    Task<Issue?> GetIssueAsync(int number, CancellationToken cancellation);

    /// <param name="labels">All of them must be on the issue.</param>
    /// <param name="since">Only issues updated at or after this time.</param>
    Task<IReadOnlyList<Issue>> ListIssuesAsync(IReadOnlyList<string> labels, DateTimeOffset? since, CancellationToken cancellation);

    /// <summary>The same without those that are closed.</summary>
    Task<IReadOnlyList<Issue>> ListOpenIssuesAsync(IReadOnlyList<string> labels, CancellationToken cancellation);

    /// <summary>The hundred newest issues and pull requests, the newest first.</summary>
    Task<IReadOnlyList<Issue>> ListNewestIssuesAsync(CancellationToken cancellation);

    Task<IReadOnlyList<Issue>> ListSubIssuesAsync(int issue, CancellationToken cancellation);

    Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation);

    Task<Issue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation);

    /// <param name="since">Only comments updated at or after this time.</param>
    /// <param name="progress">Told how many more are there, page by page.</param>
    /// <param name="expected">How many there must be; 0 where that is not known.</param>
    Task<IReadOnlyList<Comment>> ListCommentsAsync(int issue, DateTimeOffset? since, CancellationToken cancellation, Action<int>? progress = null, int expected = 0);

    Task<Comment?> GetCommentAsync(long id, CancellationToken cancellation);

    Task<Comment> CreateCommentAsync(int issue, string body, CancellationToken cancellation);

    Task UpdateCommentAsync(long id, string body, CancellationToken cancellation);

    /// <summary>A comment that is gone already counts as deleted.</summary>
    Task DeleteCommentAsync(long id, CancellationToken cancellation);

    /// <summary>Without the comments, which have a list of their own; a server that does not know how to leave them out lists them all the same.</summary>
    Task<IReadOnlyList<TimelineItem>> ListTimelineAsync(int issue, CancellationToken cancellation);

    /// <summary>Adds labels to an issue or pull request.</summary>
    Task AddLabelsAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellation);

    /// <param name="subIssueId">The issue's database id, not its number.</param>
    Task AddSubIssueAsync(int issue, long subIssueId, CancellationToken cancellation);

    /// <summary>Adds several in one request, as far as the server does. What is not among those that it gives back is to be added by itself.</summary>
    /// <param name="issue">The id in GraphQL, as those of <paramref name="subIssues"/>.</param>
    Task<IReadOnlySet<string>> AddSubIssuesAsync(string issue, IReadOnlyList<string> subIssues, CancellationToken cancellation);

    Task<AccessLevel?> GetPermissionAsync(string login, CancellationToken cancellation);

    /// <param name="name">The name without <c>refs/</c>, such as <c>heads/main</c>.</param>
    Task<GitReference?> GetReferenceAsync(string name, CancellationToken cancellation);

    Task CreateReferenceAsync(NewReference reference, CancellationToken cancellation);

    /// <summary>Moves a reference forward, never by force.</summary>
    Task UpdateReferenceAsync(string name, string commit, CancellationToken cancellation);

    Task<GitCommit> GetCommitAsync(string commit, CancellationToken cancellation);

    /// <summary>Everything in a commit, folders too; null where there is none.</summary>
    Task<GitTree?> GetTreeAsync(string commit, CancellationToken cancellation);

    /// <summary>The same of one folder, for a repository that is too large to be listed whole; null where there is no such folder.</summary>
    Task<GitTree?> GetTreeBelowAsync(string path, string commit, CancellationToken cancellation);

    /// <summary>The texts of several files in one request, null for what is not there; null altogether where the server does not answer such questions.</summary>
    /// <param name="expressions">Ids of blobs, or <c>COMMIT:PATH</c>.</param>
    Task<IReadOnlyList<BlobText?>?> ReadBlobsAsync(IReadOnlyList<string> expressions, CancellationToken cancellation);

    Task<GitObject> CreateTreeAsync(NewTree tree, CancellationToken cancellation);

    Task<GitCommit> CreateCommitAsync(NewCommit commit, CancellationToken cancellation);

    /// <summary>Adds a file that is not there yet to a branch, as a commit of its own.</summary>
    Task<GitCommit> CreateFileAsync(string path, NewFile file, CancellationToken cancellation);

    /// <summary>Pull requests of a branch of this repository in every state, the newest first.</summary>
    Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(string branch, CancellationToken cancellation);

    Task<PullRequest?> GetPullRequestAsync(int number, CancellationToken cancellation);

    /// <summary>The files that a pull request changes; GitHub lists 3,000 at most.</summary>
    Task<IReadOnlyList<PullRequestFile>> ListPullRequestFilesAsync(int number, CancellationToken cancellation);

    Task<PullRequest> CreatePullRequestAsync(NewPullRequest pullRequest, CancellationToken cancellation);

    Task<PullRequest> UpdatePullRequestAsync(int number, PullRequestUpdate update, CancellationToken cancellation);
}
