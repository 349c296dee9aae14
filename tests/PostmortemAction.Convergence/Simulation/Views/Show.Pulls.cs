using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    /// <summary>A pull request as a list shows it; there every label has a text as description.</summary>
    public JsonMap PullInList(StoredIssue issue)
    {
        var pull = issue.Pull!;
        var url = PullUrl(issue);
        var issueUrl = string.Create(CultureInfo.InvariantCulture, $"{api}/issues/{issue.Number}");
        return new()
        {
            ["url"] = url, ["id"] = pull.Id, ["node_id"] = Node("PR", pull.Id), ["html_url"] = WebUrl(issue), ["diff_url"] = $"{WebUrl(issue)}.diff",
            ["patch_url"] = $"{WebUrl(issue)}.patch", ["issue_url"] = issueUrl, ["commits_url"] = $"{url}/commits", ["review_comments_url"] = $"{url}/comments",
            ["review_comment_url"] = api + "/pulls/comments{/number}", ["comments_url"] = $"{issueUrl}/comments", ["statuses_url"] = $"{api}/statuses/{pull.HeadSha}",
            ["number"] = issue.Number, ["state"] = issue.IsOpen ? "open" : "closed", ["locked"] = issue.IsLocked, ["title"] = issue.Title, ["user"] = User(issue.Author),
            ["body"] = issue.Body, ["labels"] = issue.Labels.ConvertAll(name => new JsonMap(Label(name)) { ["description"] = repository.Labels[name].Description ?? "" }),
            ["milestone"] = null, ["active_lock_reason"] = null, ["created_at"] = Time(issue.CreatedAt), ["updated_at"] = Time(issue.UpdatedAt),
            ["closed_at"] = Time(issue.ClosedAt), ["merged_at"] = Time(pull.MergedAt), ["merge_commit_sha"] = pull.MergeSha,
            ["assignee"] = issue.Assignees.Count > 0 ? User(issue.Assignees[0]) : null, ["assignees"] = issue.Assignees.ConvertAll(User),
            ["requested_reviewers"] = Array.Empty<object?>(), ["requested_teams"] = Array.Empty<object?>(),
            ["head"] = Side(pull.Head, pull.HeadSha), ["base"] = Side(pull.Base, pull.BaseSha),
            ["_links"] = new JsonMap
            {
                ["self"] = Link(url), ["html"] = Link(WebUrl(issue)), ["issue"] = Link(issueUrl), ["comments"] = Link($"{issueUrl}/comments"),
                ["review_comments"] = Link($"{url}/comments"), ["review_comment"] = Link(api + "/pulls/comments{/number}"), ["commits"] = Link($"{url}/commits"),
                ["statuses"] = Link($"{api}/statuses/{pull.HeadSha}"),
            },
            ["author_association"] = Association(issue.Author), ["auto_merge"] = null, ["draft"] = false,
        };
    }

    /// <summary>A pull request whole.</summary>
    public JsonMap Pull(StoredIssue issue)
    {
        var pull = issue.Pull!;
        return new(PullInList(issue))
        {
            ["merged"] = pull.MergedAt is not null, ["mergeable"] = issue.IsOpen ? true : null, ["rebaseable"] = issue.IsOpen ? true : null,
            ["mergeable_state"] = issue.IsOpen ? "clean" : "unknown", ["merged_by"] = pull.MergedBy is { } by ? User(by) : null,
            ["comments"] = repository.Comments.Count(comment => comment.Issue == issue), ["review_comments"] = 0, ["maintainer_can_modify"] = false,
            ["commits"] = 1, ["additions"] = 1, ["deletions"] = 0, ["changed_files"] = 1,
        };
    }

    /// <summary>A file that a pull request changes.</summary>
    public JsonMap PullFile(string path, string sha, string status, string head) => new()
    {
        ["sha"] = sha, ["filename"] = path, ["status"] = status, ["additions"] = 1, ["deletions"] = status == "added" ? 0 : 1, ["changes"] = status == "added" ? 1 : 2,
        ["blob_url"] = $"{web}/blob/{head}/{path}", ["raw_url"] = $"{web}/raw/{head}/{path}", ["contents_url"] = $"{api}/contents/{path}?ref={head}",
    };

    private JsonMap Side(string branch, string sha) => new()
    {
        ["label"] = $"{repository.Owner}:{branch}", ["ref"] = branch, ["sha"] = sha, ["user"] = User(repository.Owner), ["repo"] = Repository(),
    };

    private static JsonMap Link(string address) => new() { ["href"] = address };
}
