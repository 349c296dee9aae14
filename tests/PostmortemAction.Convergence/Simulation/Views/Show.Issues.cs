using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    public JsonMap Label(string name)
    {
        var label = repository.Labels[name];
        return new()
        {
            ["id"] = label.Id, ["node_id"] = Node("LA", label.Id), ["url"] = $"{api}/labels/{Uri.EscapeDataString(label.Name)}",
            ["name"] = label.Name, ["color"] = label.Color, ["default"] = false, ["description"] = label.Description,
        };
    }

    /// <summary>An issue, or a pull request as the issue routes show it.</summary>
    public JsonMap Issue(StoredIssue issue)
    {
        if (version != repository.Version)
        {
            issues.Clear();
            version = repository.Version;
        }

        if (!issues.TryGetValue(issue, out var map))
        {
            issues[issue] = map = NewIssue(issue);
        }

        return map;
    }

    private JsonMap NewIssue(StoredIssue issue)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"{api}/issues/{issue.Number}");
        var closed = issue.Children.Count(child => !child.IsOpen);
        var map = new JsonMap
        {
            ["url"] = url, ["repository_url"] = api, ["labels_url"] = url + "/labels{/name}", ["comments_url"] = $"{url}/comments",
            ["events_url"] = $"{url}/events", ["timeline_url"] = $"{url}/timeline", ["html_url"] = WebUrl(issue),
            ["id"] = issue.Id, ["node_id"] = Node("I", issue.Id), ["number"] = issue.Number, ["title"] = issue.Title, ["body"] = issue.Body,
            ["user"] = User(issue.Author), ["labels"] = issue.Labels.ConvertAll(Label),
            ["state"] = issue.IsOpen ? "open" : "closed", ["state_reason"] = issue.StateReason,
            ["assignee"] = issue.Assignees.Count > 0 ? User(issue.Assignees[0]) : null, ["assignees"] = issue.Assignees.ConvertAll(User), ["milestone"] = null,
            ["locked"] = issue.IsLocked, ["active_lock_reason"] = null, ["comments"] = repository.Comments.Count(comment => comment.Issue == issue),
            ["created_at"] = Time(issue.CreatedAt), ["updated_at"] = Time(issue.UpdatedAt), ["closed_at"] = Time(issue.ClosedAt),
            ["closed_by"] = issue.ClosedBy is { } closer ? User(closer) : null,
            ["author_association"] = Association(issue.Author), ["performed_via_github_app"] = null, ["reactions"] = Reactions(url),
        };
        if (issue.Pull is { } pull)
        {
            map["draft"] = false;
            map["pull_request"] = new JsonMap
            {
                ["url"] = PullUrl(issue), ["html_url"] = WebUrl(issue), ["diff_url"] = $"{WebUrl(issue)}.diff", ["patch_url"] = $"{WebUrl(issue)}.patch",
                ["merged_at"] = Time(pull.MergedAt),
            };
            return map;
        }

        map["sub_issues_summary"] = new JsonMap
        {
            ["total"] = issue.Children.Count, ["completed"] = closed, ["percent_completed"] = issue.Children.Count == 0 ? 0 : 100 * closed / issue.Children.Count,
        };
        if (issue.Parent is { } parent)
        {
            map["parent_issue_url"] = string.Create(CultureInfo.InvariantCulture, $"{Of(parent.Home).api}/issues/{parent.Number}");
        }

        return map;
    }

    private static JsonMap Reactions(string url) => new()
    {
        ["url"] = $"{url}/reactions", ["total_count"] = 0, ["+1"] = 0, ["-1"] = 0, ["laugh"] = 0, ["hooray"] = 0, ["confused"] = 0, ["heart"] = 0, ["rocket"] = 0, ["eyes"] = 0,
    };

    private string WebUrl(StoredIssue issue) =>
        string.Create(CultureInfo.InvariantCulture, $"{web}/{(issue.Pull is null ? "issues" : "pull")}/{issue.Number}");

    private string PullUrl(StoredIssue issue) => string.Create(CultureInfo.InvariantCulture, $"{api}/pulls/{issue.Number}");
}
