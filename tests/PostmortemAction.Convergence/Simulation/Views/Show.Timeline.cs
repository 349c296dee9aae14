using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    /// <summary>An item of a timeline; each kind has a shape of its own.</summary>
    public JsonMap Event(StoredEvent item)
    {
        if (item.Comment is { } comment)
        {
            return new(Comment(comment)) { ["event"] = "commented", ["actor"] = User(comment.Author) };
        }

        if (item.Kind == "cross-referenced")
        {
            return new()
            {
                ["event"] = item.Kind, ["actor"] = User(item.Actor), ["created_at"] = Time(item.At), ["updated_at"] = Time(item.At),
                ["source"] = new JsonMap { ["type"] = "issue", ["issue"] = Of(item.Other!.Home).Issue(item.Other) },
            };
        }

        var map = new JsonMap
        {
            ["id"] = item.Id, ["node_id"] = Node("E", item.Id), ["url"] = string.Create(CultureInfo.InvariantCulture, $"{api}/issues/events/{item.Id}"),
            ["actor"] = User(item.Actor), ["event"] = item.Kind, ["commit_id"] = null, ["commit_url"] = null, ["created_at"] = Time(item.At),
            ["performed_via_github_app"] = null,
        };
        AddOwn(map, item);
        return map;
    }

    private void AddOwn(JsonMap map, StoredEvent item)
    {
        switch (item.Kind)
        {
            case "labeled" or "unlabeled":
                var color = repository.Labels.TryGetValue(item.Label!, out var label) ? label.Color : "ededed";
                map["label"] = new JsonMap { ["name"] = item.Label, ["color"] = color };
                break;
            case "renamed":
                map["rename"] = new JsonMap { ["from"] = item.Rename!.Value.From, ["to"] = item.Rename.Value.To };
                break;
            case "assigned" or "unassigned":
                map["assignee"] = User(item.Assignee!);
                break;
            case "closed" or "reopened":
                map["state_reason"] = item.StateReason;
                break;
            case "locked":
                map["lock_reason"] = null;
                break;
            case "sub_issue_added":
                map["sub_issue"] = Of(item.Other!.Home).Reference(item.Other);
                break;
            case "parent_issue_added":
                map["parent_issue"] = Of(item.Other!.Home).Reference(item.Other);
                break;
            default:
                break;
        }
    }

    private JsonMap Reference(StoredIssue issue) => new()
    {
        ["number"] = issue.Number, ["title"] = issue.Title, ["state"] = issue.IsOpen ? "open" : "closed", ["state_reason"] = issue.StateReason,
        ["html_url"] = WebUrl(issue), ["issue_type"] = null, ["repository"] = Repository(),
    };
}
