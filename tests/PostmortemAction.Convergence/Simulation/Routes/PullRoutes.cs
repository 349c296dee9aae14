using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Pull requests.</summary>
internal static class PullRoutes
{
    public static Answer Get(Call call) => Answer.Ok(call.Show.Pull(call.Pull()));

    /// <summary>The newest first. A head without an owner is no filter.</summary>
    public static Answer List(Call call)
    {
        var state = call.Query.GetValueOrDefault("state") ?? "open";
        var head = call.Query.GetValueOrDefault("head") is { } given && given.Contains(':', StringComparison.Ordinal) ? given : null;
        var found = call.Repository.Issues
            .Where(issue => issue.Pull is not null && call.Lag.IsListed(issue.CreatedAt))
            .Where(issue => state == "all" || issue.IsOpen == (state == "open"))
            .Where(issue => head is null || head.Equals($"{call.Repository.Owner}:{issue.Pull!.Head}", StringComparison.OrdinalIgnoreCase))
            .Where(issue => call.Query.GetValueOrDefault("base") is not { } into || issue.Pull!.Base == into)
            .OrderBy(issue => issue.Number).ToList();
        if (call.Query.GetValueOrDefault("direction") != "asc")
        {
            found.Reverse();
        }

        return call.Page(found, call.Show.PullInList);
    }

    /// <summary>What differs between the base as it was and the head as it is.</summary>
    public static Answer Files(Call call)
    {
        var (git, pull) = (call.Repository.Git, call.Pull().Pull!);
        var (before, after) = (git.Files(git.Commit(pull.BaseSha)!.Tree), git.Files(git.Commit(pull.HeadSha)!.Tree));
        var changed = before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Where(path => before.GetValueOrDefault(path)?.Sha != after.GetValueOrDefault(path)?.Sha).ToList();
        return call.Page(changed, path => call.Show.PullFile(
            path, (after.GetValueOrDefault(path) ?? before[path]).Sha, !before.ContainsKey(path) ? "added" : after.ContainsKey(path) ? "modified" : "removed", pull.HeadSha));
    }

    public static Answer Create(Call call)
    {
        var body = call.Body;
        return Answer.Created(call.Show.Pull(
            call.Repository.CreatePull(call.Login, body.Text("title"), body.Text("body"), body.Text("head"), body.Text("base"))));
    }

    public static Answer Update(Call call)
    {
        var pull = call.Pull();
        call.Repository.Edit(pull, call.Login, call.Body.Text("title"), call.Body.Text("body"));
        IssueRoutes.ChangeState(call, pull);
        return Answer.Ok(call.Show.Pull(pull));
    }
}
