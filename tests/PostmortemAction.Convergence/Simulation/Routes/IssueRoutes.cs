using System.Globalization;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Issues; pull requests are among them.</summary>
internal static class IssueRoutes
{
    public static Answer Get(Call call) => Answer.Ok(call.Show.Issue(call.Issue()));

    /// <summary>The newest first, unless asked otherwise.</summary>
    public static Answer List(Call call)
    {
        var query = call.Query;
        var labels = (query.GetValueOrDefault("labels") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var since = query.GetValueOrDefault("since") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.MinValue;
        var found = call.Repository.Issues
            .Where(issue => !issue.IsDeleted && call.Lag.IsListed(issue.CreatedAt))
            .Where(issue => Wanted(issue, query.GetValueOrDefault("state")))
            .Where(issue => query.GetValueOrDefault("creator") is not { } creator || issue.Author.Equals(creator, StringComparison.OrdinalIgnoreCase))
            .Where(issue => labels.All(label => issue.Labels.Contains(label, StringComparer.OrdinalIgnoreCase)))
            .Where(issue => issue.UpdatedAt >= since)
            .OrderBy(issue => query.GetValueOrDefault("sort") == "updated" ? issue.UpdatedAt : issue.CreatedAt).ThenBy(issue => issue.Number).ToList();
        if (query.GetValueOrDefault("direction") != "asc")
        {
            found.Reverse();
        }

        return call.Page(found, call.Show.Issue);
    }

    public static Answer Create(Call call)
    {
        var (title, body) = (call.Body.Text("title"), call.Body.Text("body"));
        var issue = call.Repository.CreateIssue(call.Login, title ?? "", body, call.Texts("labels") ?? [], call.Texts("assignees") ?? []);
        return Answer.Created(call.Show.Issue(issue));
    }

    public static Answer Update(Call call)
    {
        var (repository, issue, body) = (call.Repository, call.Issue(), call.Body);
        repository.Edit(issue, call.Login, body.Text("title"), body.Text("body"));
        ChangeState(call, issue);
        if (call.Texts("labels") is { } labels)
        {
            repository.SetLabels(issue, call.Login, labels);
        }

        if (call.Texts("assignees") is { } assignees)
        {
            repository.SetAssignees(issue, call.Login, assignees);
        }

        return Answer.Ok(call.Show.Issue(issue));
    }

    /// <summary>A reason counts only where the state changes.</summary>
    public static void ChangeState(Call call, StoredIssue issue)
    {
        if (call.Body.Text("state") == "closed")
        {
            call.Repository.Close(issue, call.Login, call.Body.Text("state_reason"));
        }
        else if (call.Body.Text("state") == "open")
        {
            call.Repository.Reopen(issue, call.Login);
        }
    }

    public static Answer Timeline(Call call)
    {
        var excluded = call.Query.GetValueOrDefault("exclude", "").Split(',');
        var items = call.Issue().Timeline.Where(item => call.Lag.IsListed(item.At) && !excluded.Contains(item.Comment is null ? item.Kind : "commented"));
        return call.Page([.. items.OrderBy(item => item.At.ToUnixTimeSeconds())], call.Show.Event);
    }

    public static Answer ListSubIssues(Call call) =>
        call.Page(call.Issue().Children.FindAll(child => call.Lag.IsListed(child.CreatedAt)), child => call.Show.Of(child.Home).Issue(child));

    public static Answer AddSubIssue(Call call)
    {
        var parent = call.Issue();
        var child = call.Repository.Issues.Concat(call.Repository.Neighbour?.Issues ?? []).FirstOrDefault(issue => issue.Id == call.Body.Number("sub_issue_id") && !issue.IsDeleted) ?? throw Refusal.NotFound();
        call.Repository.Attach(parent, child, call.Login);
        return Answer.Created(call.Show.Issue(parent));
    }

    private static bool Wanted(StoredIssue issue, string? state) => state == "all" || issue.IsOpen == (state is null or "open");
}
