using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostmortemAction.GitHub;

/// <summary>The routes, and which of them may be sent again: https://docs.github.com/en/rest?apiVersion=2022-11-28.</summary>
public sealed class GitHubClient(GitHubSender sender, string owner, string name) : IGitHubClient
{
    /// <summary>The login of the job's token, which may not ask who it is.</summary>
    private const string JobTokenLogin = "github-actions[bot]";

    private static readonly GitHubJson Json = GitHubJson.Default;

    private readonly string repository = $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}";

    public IGitHubClient At(string? repository) =>
        repository is null ? this : repository.Split('/') is [var otherOwner, var otherName] ? new GitHubClient(sender, otherOwner, otherName)
            : throw new ArgumentException($"{repository} is no owner/name.", nameof(repository));

    public int? Remaining => sender.Remaining;

    public TimeSpan? ResetsIn => sender.ResetsIn;

    public DateTimeOffset? ServerNow => sender.ServerNow;

    public async Task<Repository> GetRepositoryAsync(CancellationToken cancellation) =>
        await sender.GetAsync(repository, Json.Repository, cancellation)
            ?? throw new GitHubException($"GET {repository}", HttpStatusCode.NotFound, "Not Found");

    public Task<WorkflowSettings?> GetWorkflowSettingsAsync(CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/actions/permissions/workflow", Json.WorkflowSettings, cancellation);

    public Task<Label?> GetLabelAsync(string name, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/labels/{Uri.EscapeDataString(name)}", Json.Label, cancellation);

    public async Task<string?> GetOwnLoginAsync(CancellationToken cancellation)
    {
        if (!sender.IsInstallationToken)
        {
            return (await sender.GetAsync("user", Json.Account, cancellation))?.Login;
        }

        try
        {
            var answer = await sender.SendAsync(
                RequestClass.Read, HttpMethod.Post, sender.GraphQl.AbsoluteUri, new("query{viewer{login}}"), Json.GraphQlQuery, Json.GraphQlViewer, cancellation);
            return answer.Data?.Viewer?.Login ?? JobTokenLogin;
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden && !e.IsLimit)
        {
            return JobTokenLogin;
        }
    }

    public async Task<RepositoryAnswer?> AskAsync(RepositoryQuestion question, CancellationToken cancellation)
    {
        try
        {
            var answer = await sender.SendAsync(
                RequestClass.Read, HttpMethod.Post, sender.GraphQl.AbsoluteUri, RepositoryGraph.Query(question, owner, name), Json.GraphQlQuery, GraphJson.Default.GraphQlRepository, cancellation);
            return RepositoryGraph.Read(question, answer);
        }
        catch (Exception e) when (e is JsonException or GitHubException { IsLimit: false, Status: not HttpStatusCode.Unauthorized })
        {
            // A server without GraphQL, a token that may not, an answer of another shape: REST says the same, or what is wrong.
            return null;
        }
    }

    public Task<FileText?> GetFileAsync(string path, string commit, CancellationToken cancellation) =>
        sender.GetTextAsync($"{repository}/contents/{EscapePath(path)}?ref={Uri.EscapeDataString(commit)}", cancellation);

    public async Task<IReadOnlyList<FolderEntry>> ListFolderAsync(string path, string commit, CancellationToken cancellation) =>
        await sender.GetAsync($"{repository}/contents/{EscapePath(path)}?ref={Uri.EscapeDataString(commit)}", Json.ListFolderEntry, cancellation) ?? [];

    /// <remarks>Over REST it takes a request for each folder on the way, so that is only for a server without GraphQL.</remarks>
    public async Task<IReadOnlyList<IReadOnlyList<TreeItem>>> ListTreesAsync(IReadOnlyList<string> paths, string commit, CancellationToken cancellation)
    {
        try
        {
            return await AskForTreesAsync(paths, commit, cancellation);
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden && !e.IsLimit)
        {
            return await WalkTreesAsync(paths, commit, cancellation);
        }
    }

    private async Task<IReadOnlyList<IReadOnlyList<TreeItem>>> WalkTreesAsync(IReadOnlyList<string> paths, string commit, CancellationToken cancellation)
    {
        var folders = new List<IReadOnlyList<TreeItem>>();
        foreach (var path in paths)
        {
            var tree = await GetFolderAsync(commit, cancellation);
            foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                tree = tree?.Tree.FirstOrDefault(entry => entry.Path == name) is { Type: "tree", Sha: { } sha } ? await GetFolderAsync(sha, cancellation) : null;
            }

            folders.Add([.. (tree?.Tree ?? []).Select(entry => new TreeItem(entry.Path, Convert.ToInt32(entry.Mode, 8)))]);
        }

        return folders;
    }

    private Task<GitTree?> GetFolderAsync(string tree, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/git/trees/{Uri.EscapeDataString(tree)}", Json.GitTree, cancellation);

    private async Task<IReadOnlyList<IReadOnlyList<TreeItem>>> AskForTreesAsync(IReadOnlyList<string> paths, string commit, CancellationToken cancellation)
    {
        var numbers = Enumerable.Range(0, paths.Count).Select(i => Text(i)).ToList();
        var query = $"query($owner:String!,$name:String!{string.Concat(numbers.Select(i => $",$e{i}:String!"))})"
            + $"{{repository(owner:$owner,name:$name){{{string.Join(' ', numbers.Select(i => $"f{i}:object(expression:$e{i}){{...on Tree{{entries{{name mode}}}}}}"))}}}}}";
        var variables = new Dictionary<string, string> { ["owner"] = owner, ["name"] = name };
        foreach (var (path, i) in paths.Zip(numbers))
        {
            variables[$"e{i}"] = $"{commit}:{path}";
        }

        var answer = await sender.SendAsync(
            RequestClass.Read, HttpMethod.Post, sender.GraphQl.AbsoluteUri, new(query, variables), Json.GraphQlQuery, Json.GraphQlFolders, cancellation);
        return answer is { Data.Repository: { } folders, Errors: null or [] } ? [.. numbers.Select(i => folders.GetValueOrDefault($"f{i}")?.Entries ?? [])]
            : throw new GitHubException($"POST {sender.GraphQl.AbsolutePath}", HttpStatusCode.Forbidden, answer.Errors is [{ Message: { } message }, ..] ? message : "there is no such repository");
    }

    public Task<Issue?> GetIssueAsync(int number, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/issues/{Text(number)}", Json.Issue, cancellation);

    public async Task<bool> IsIssueDeletedAsync(int number, CancellationToken cancellation) =>
        await sender.GetGoneAsync($"{repository}/issues/{Text(number)}", cancellation) is not null;

    public Task<IReadOnlyList<Issue>> ListIssuesAsync(IReadOnlyList<string> labels, DateTimeOffset? since, CancellationToken cancellation) =>
        ListIssuesAsync(labels, $"state=all{Since(since)}", cancellation);

    public Task<IReadOnlyList<Issue>> ListOpenIssuesAsync(IReadOnlyList<string> labels, CancellationToken cancellation) => ListIssuesAsync(labels, "state=open", cancellation);

    private async Task<IReadOnlyList<Issue>> ListIssuesAsync(IReadOnlyList<string> labels, string which, CancellationToken cancellation)
    {
        var filter = $"labels={Uri.EscapeDataString(string.Join(',', labels))}";
        return Once(await sender.GetPagesAsync($"{repository}/issues?{filter}&{which}&per_page=100", Json.ListIssue, cancellation), issue => issue.Number);
    }

    public async Task<IReadOnlyList<Issue>> ListNewestIssuesAsync(CancellationToken cancellation) =>
        await sender.GetAsync($"{repository}/issues?state=all&sort=created&direction=desc&per_page=100", Json.ListIssue, cancellation) ?? [];

    public async Task<IReadOnlyList<Issue>> ListSubIssuesAsync(int issue, CancellationToken cancellation) => Once(
        await sender.GetPagesAsync($"{repository}/issues/{Text(issue)}/sub_issues?per_page=100", Json.ListIssue, cancellation), child => child.Number);

    public Task<Issue> CreateIssueAsync(NewIssue issue, CancellationToken cancellation) =>
        CreateAsync("issues", issue, Json.NewIssue, Json.Issue, cancellation);

    public Task<Issue> UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation) =>
        EditAsync($"issues/{Text(number)}", update, Json.IssueUpdate, Json.Issue, cancellation);

    public async Task<IReadOnlyList<Comment>> ListCommentsAsync(int issue, DateTimeOffset? since, CancellationToken cancellation, Action<int>? progress = null, int expected = 0) => Once(
        await sender.GetPagesAsync($"{repository}/issues/{Text(issue)}/comments?per_page=100{Since(since)}", Json.ListComment, cancellation, progress, expected), comment => comment.Id);

    public Task<Comment?> GetCommentAsync(long id, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/issues/comments/{Text(id)}", Json.Comment, cancellation);

    public Task<Comment> CreateCommentAsync(int issue, string body, CancellationToken cancellation) =>
        CreateAsync($"issues/{Text(issue)}/comments", new(body), Json.BodyUpdate, Json.Comment, cancellation);

    public Task UpdateCommentAsync(long id, string body, CancellationToken cancellation) =>
        EditAsync($"issues/comments/{Text(id)}", new(body), Json.BodyUpdate, Json.Comment, cancellation);

    public Task DeleteCommentAsync(long id, CancellationToken cancellation) =>
        sender.DeleteAsync($"{repository}/issues/comments/{Text(id)}", cancellation);

    public async Task<IReadOnlyList<TimelineItem>> ListTimelineAsync(int issue, CancellationToken cancellation) =>
        await sender.GetPagesAsync($"{repository}/issues/{Text(issue)}/timeline?exclude=commented&per_page=100", Json.ListTimelineItem, cancellation);

    public Task AddLabelsAsync(int number, IReadOnlyList<string> labels, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Post, $"issues/{Text(number)}/labels", new(labels), Json.NewLabels, Json.ListLabel, cancellation);

    public Task AddSubIssueAsync(int issue, long subIssueId, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Post, $"issues/{Text(issue)}/sub_issues", new(subIssueId), Json.NewSubIssue, Json.Issue, cancellation);

    public async Task<IReadOnlySet<string>> AddSubIssuesAsync(string issue, IReadOnlyList<string> subIssues, CancellationToken cancellation)
    {
        var names = Enumerable.Range(0, subIssues.Count).Select(i => $"s{Text(i)}").ToList();
        var query = $"mutation($issue:ID!{string.Concat(names.Select(name => $",${name}:ID!"))})"
            + $"{{{string.Join(' ', names.Select(name => $"{name}:addSubIssue(input:{{issueId:$issue,subIssueId:${name}}}){{subIssue{{id}}}}"))}}}";
        var variables = new Dictionary<string, string>(names.Zip(subIssues, KeyValuePair.Create)) { ["issue"] = issue };
        try
        {
            var answer = await sender.SendAsync(
                RequestClass.Repeatable, HttpMethod.Post, sender.GraphQl.AbsoluteUri, new(query, variables), Json.GraphQlQuery, Json.GraphQlChanges, cancellation);
            return subIssues.Where((_, i) => answer.Data?.GetValueOrDefault(names[i]) is not null).ToHashSet();
        }
        catch (GitHubException e) when (!e.IsLimit)
        {
            // A server without GraphQL or sub-issues, or a lost answer: REST says the same, or what is wrong.
            return new HashSet<string>();
        }
    }

    public Task<AccessLevel?> GetPermissionAsync(string login, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/collaborators/{Uri.EscapeDataString(login)}/permission", Json.AccessLevel, cancellation);

    public Task<GitReference?> GetReferenceAsync(string name, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/git/ref/{EscapePath(name)}", Json.GitReference, cancellation);

    public Task CreateReferenceAsync(NewReference reference, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Post, "git/refs", reference, Json.NewReference, Json.GitReference, cancellation);

    public Task UpdateReferenceAsync(string name, string commit, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Patch, $"git/refs/{EscapePath(name)}", new(commit, Force: false), Json.ReferenceUpdate, Json.GitReference, cancellation);

    public async Task<GitCommit> GetCommitAsync(string commit, CancellationToken cancellation) =>
        await sender.GetAsync($"{repository}/git/commits/{Uri.EscapeDataString(commit)}", Json.GitCommit, cancellation)
            ?? throw new GitHubException($"GET {repository}/git/commits", HttpStatusCode.NotFound, "Not Found");

    public Task<GitTree?> GetTreeAsync(string commit, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/git/trees/{Uri.EscapeDataString(commit)}?recursive=1", Json.GitTree, cancellation);

    public async Task<GitTree?> GetTreeBelowAsync(string path, string commit, CancellationToken cancellation)
    {
        var name = commit;
        foreach (var part in path.Split('/'))
        {
            var folder = await GetFolderAsync(name, cancellation);
            if (folder?.Tree.FirstOrDefault(entry => entry.Path == part) is not { Type: "tree", Sha: { } sha })
            {
                return null;
            }

            name = sha;
        }

        return await GetTreeAsync(name, cancellation);
    }

    public async Task<IReadOnlyList<BlobText?>?> ReadBlobsAsync(IReadOnlyList<string> expressions, CancellationToken cancellation)
    {
        try
        {
            var answer = await sender.SendAsync(
                RequestClass.Read, HttpMethod.Post, sender.GraphQl.AbsoluteUri, BlobGraph.Query(expressions, owner, name), Json.GraphQlQuery, GraphJson.Default.GraphQlRepository, cancellation);
            return BlobGraph.Read(expressions.Count, answer);
        }
        catch (Exception e) when (e is JsonException or GitHubException { IsLimit: false, Status: not HttpStatusCode.Unauthorized })
        {
            return null;
        }
    }

    public Task<GitObject> CreateTreeAsync(NewTree tree, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Post, "git/trees", tree, Json.NewTree, Json.GitObject, cancellation);

    public Task<GitCommit> CreateCommitAsync(NewCommit commit, CancellationToken cancellation) =>
        RepeatableAsync(HttpMethod.Post, "git/commits", commit, Json.NewCommit, Json.GitCommit, cancellation);

    /// <remarks>Sent twice it is refused the second time: without the hash of what it replaces, it replaces nothing.</remarks>
    public async Task<GitCommit> CreateFileAsync(string path, NewFile file, CancellationToken cancellation) =>
        (await RepeatableAsync(HttpMethod.Put, $"contents/{EscapePath(path)}", file, Json.NewFile, Json.FileChange, cancellation)).Commit;

    public async Task<IReadOnlyList<PullRequest>> ListPullRequestsAsync(string branch, CancellationToken cancellation)
    {
        var head = Uri.EscapeDataString($"{owner}:{branch}");
        return Once(
            await sender.GetPagesAsync($"{repository}/pulls?head={head}&state=all&sort=created&direction=desc&per_page=100", Json.ListPullRequest, cancellation),
            pull => pull.Number);
    }

    public Task<PullRequest?> GetPullRequestAsync(int number, CancellationToken cancellation) =>
        sender.GetAsync($"{repository}/pulls/{Text(number)}", Json.PullRequest, cancellation);

    public async Task<IReadOnlyList<PullRequestFile>> ListPullRequestFilesAsync(int number, CancellationToken cancellation) => Once(
        await sender.GetPagesAsync($"{repository}/pulls/{Text(number)}/files?per_page=100", Json.ListPullRequestFile, cancellation), file => file.Filename);

    public Task<PullRequest> CreatePullRequestAsync(NewPullRequest pullRequest, CancellationToken cancellation) =>
        CreateAsync("pulls", pullRequest, Json.NewPullRequest, Json.PullRequest, cancellation);

    public Task<PullRequest> UpdatePullRequestAsync(int number, PullRequestUpdate update, CancellationToken cancellation) =>
        EditAsync($"pulls/{Text(number)}", update, Json.PullRequestUpdate, Json.PullRequest, cancellation);

    private Task<TAnswer> CreateAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
        where TAnswer : class =>
        sender.SendAsync(RequestClass.Create, HttpMethod.Post, $"{repository}/{path}", body, bodyType, answerType, cancellation);

    private Task<TAnswer> RepeatableAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
        where TAnswer : class =>
        sender.SendAsync(RequestClass.Repeatable, method, $"{repository}/{path}", body, bodyType, answerType, cancellation);

    private Task<TAnswer> EditAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
        where TAnswer : class =>
        sender.SendAsync(RequestClass.Edit, HttpMethod.Patch, $"{repository}/{path}", body, bodyType, answerType, cancellation);

    /// <summary>What came twice, because it moved from one page to the next meanwhile, stays where it came first and as it came last.</summary>
    private static List<T> Once<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull
    {
        var once = new OrderedDictionary<TKey, T>();
        foreach (var item in items)
        {
            once[key(item)] = item;
        }

        return [.. once.Values];
    }

    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Since(DateTimeOffset? since) =>
        since is { } at ? $"&since={at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}" : "";
}
