using System.Globalization;
using System.Net;

namespace PostmortemAction.GitHub;

/// <summary>The routes: https://docs.github.com/en/rest?apiVersion=2022-11-28.</summary>
public sealed class GitHubClient(GitHubSender sender, string owner, string name) : IGitHubClient
{
    /// <summary>The login of the job's token, which may not ask who it is.</summary>
    private const string JobTokenLogin = "github-actions[bot]";

    private readonly string repository = $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}";

    public async Task<Repository> GetRepositoryAsync(CancellationToken cancellation) =>
        await sender.GetAsync(repository, GitHubJson.Default.Repository, cancellation)
            ?? throw new GitHubException($"GET {repository}", HttpStatusCode.NotFound, "Not Found");

    public async Task<string?> GetOwnLoginAsync(CancellationToken cancellation)
    {
        if (!sender.IsInstallationToken)
        {
            return (await sender.GetAsync("user", GitHubJson.Default.Account, cancellation))?.Login;
        }

        try
        {
            var answer = await sender.SendAsync(
                HttpMethod.Post, sender.GraphQl.AbsoluteUri, new("query{viewer{login}}"), GitHubJson.Default.GraphQlQuery, GitHubJson.Default.GraphQlViewer, cancellation);
            return answer.Data?.Viewer?.Login ?? JobTokenLogin;
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return JobTokenLogin;
        }
    }

    public Task<string?> GetFileAsync(string path, string commit, CancellationToken cancellation) =>
        sender.GetTextAsync($"{repository}/contents/{EscapePath(path)}?ref={Uri.EscapeDataString(commit)}", cancellation);

    public async Task<IReadOnlyList<FolderEntry>> ListFolderAsync(string path, string commit, CancellationToken cancellation) =>
        await sender.GetAsync(
            $"{repository}/contents/{EscapePath(path)}?ref={Uri.EscapeDataString(commit)}", GitHubJson.Default.ListFolderEntry, cancellation) ?? [];

    public Task<Issue?> GetIssueAsync(int number, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/issues/{Text(number)}", GitHubJson.Default.Issue, cancellation);

    public async Task<IReadOnlyList<Issue>> ListIssuesAsync(
        IReadOnlyList<string> labels, DateTimeOffset? since, CancellationToken cancellation)
    {
        var filter = $"labels={string.Join(',', labels.Select(Uri.EscapeDataString))}";
        var after = since is { } at ? $"&since={at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}" : "";
        return await sender.GetPagesAsync($"{repository}/issues?{filter}&state=all{after}&per_page=100", GitHubJson.Default.ListIssue, cancellation);
    }

    public Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Post, $"{repository}/issues", issue, GitHubJson.Default.NewIssue, GitHubJson.Default.Issue, cancellation);

    public async Task<IReadOnlyList<Comment>> ListCommentsAsync(int issue, CancellationToken cancellation) =>
        await sender.GetPagesAsync($"{repository}/issues/{Text(issue)}/comments?per_page=100", GitHubJson.Default.ListComment, cancellation);

    public Task CreateCommentAsync(int issue, string body, CancellationToken cancellation) =>
        sender.SendAsync(
            HttpMethod.Post, $"{repository}/issues/{Text(issue)}/comments", new(body), GitHubJson.Default.BodyUpdate, GitHubJson.Default.Comment, cancellation);

    public Task UpdateCommentAsync(long id, string body, CancellationToken cancellation) =>
        sender.SendAsync(
            HttpMethod.Patch,
            $"{repository}/issues/comments/{id.ToString(CultureInfo.InvariantCulture)}",
            new(body),
            GitHubJson.Default.BodyUpdate,
            GitHubJson.Default.Comment,
            cancellation);

    public async Task<IReadOnlyList<TimelineItem>> ListTimelineAsync(int issue, CancellationToken cancellation) =>
        await sender.GetPagesAsync($"{repository}/issues/{Text(issue)}/timeline?per_page=100", GitHubJson.Default.ListTimelineItem, cancellation);

    public Task AddLabelsAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellation) =>
        sender.SendAsync(
            HttpMethod.Post, $"{repository}/issues/{Text(number)}/labels", new(labels), GitHubJson.Default.NewLabels, GitHubJson.Default.JsonElement, cancellation);

    public Task AddSubIssueAsync(int issue, long subIssueId, CancellationToken cancellation) =>
        sender.SendAsync(
            HttpMethod.Post, $"{repository}/issues/{Text(issue)}/sub_issues", new(subIssueId), GitHubJson.Default.NewSubIssue, GitHubJson.Default.Issue, cancellation);

    public Task<AccessLevel?> GetPermissionAsync(string login, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/collaborators/{Uri.EscapeDataString(login)}/permission", GitHubJson.Default.AccessLevel, cancellation);

    public Task<GitReference?> GetReferenceAsync(string name, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/git/ref/{EscapePath(name)}", GitHubJson.Default.GitReference, cancellation);

    public Task CreateReferenceAsync(NewReference reference, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Post, $"{repository}/git/refs", reference, GitHubJson.Default.NewReference, GitHubJson.Default.GitReference, cancellation);

    public Task UpdateReferenceAsync(string name, string commit, CancellationToken cancellation) =>
        sender.SendAsync(
            HttpMethod.Patch, $"{repository}/git/refs/{EscapePath(name)}", new(commit, Force: false), GitHubJson.Default.ReferenceUpdate, GitHubJson.Default.GitReference, cancellation);

    public async Task<GitCommit> GetCommitAsync(string commit, CancellationToken cancellation) =>
        await sender.GetAsync($"{repository}/git/commits/{Uri.EscapeDataString(commit)}", GitHubJson.Default.GitCommit, cancellation)
            ?? throw new GitHubException($"GET {repository}/git/commits", HttpStatusCode.NotFound, "Not Found");

    public Task<GitObject> CreateTreeAsync(NewTree tree, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Post, $"{repository}/git/trees", tree, GitHubJson.Default.NewTree, GitHubJson.Default.GitObject, cancellation);

    public Task<GitObject> CreateCommitAsync(NewCommit commit, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Post, $"{repository}/git/commits", commit, GitHubJson.Default.NewCommit, GitHubJson.Default.GitObject, cancellation);

    public async Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(string branch, CancellationToken cancellation) =>
        await sender.GetPagesAsync(
            $"{repository}/pulls?head={Uri.EscapeDataString($"{owner}:{branch}")}&state=all&sort=created&direction=desc&per_page=100",
            GitHubJson.Default.ListPullRequest,
            cancellation);

    public Task<PullRequest> CreatePullRequestAsync(NewPullRequest pullRequest, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Post, $"{repository}/pulls", pullRequest, GitHubJson.Default.NewPullRequest, GitHubJson.Default.PullRequest, cancellation);

    public Task UpdatePullRequestAsync(int number, string body, CancellationToken cancellation) =>
        sender.SendAsync(HttpMethod.Patch, $"{repository}/pulls/{Text(number)}", new(body), GitHubJson.Default.BodyUpdate, GitHubJson.Default.PullRequest, cancellation);

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
