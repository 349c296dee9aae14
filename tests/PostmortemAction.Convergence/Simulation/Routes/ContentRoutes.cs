using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Files and folders, at any reference or commit.</summary>
internal static class ContentRoutes
{
    public static Answer Get(Call call)
    {
        var git = call.Repository.Git;
        var path = call.Parameters["path"];
        var wanted = call.Query.GetValueOrDefault("ref") ?? call.Repository.DefaultBranch;
        var sha = call.Repository.Branch(wanted) ?? git.References.GetValueOrDefault(wanted) ?? wanted;
        if (git.Commit(sha) is not { } commit || git.Find(commit.Tree, path) is not { } entry)
        {
            throw Refusal.NotFound();
        }

        if (entry.Type == "tree")
        {
            return Answer.Ok(git.Tree(entry.Sha)!.Entries.OrderBy(each => each.Key, StringComparer.Ordinal)
                .Select(each => call.Show.Content($"{path}/{each.Key}".TrimStart('/'), each.Value, null, git.Blob(each.Value.Sha)?.Length ?? 0)).ToList());
        }

        var content = git.Blob(entry.Sha)!;
        return call.IsRaw ? new(200, null, Encoding.UTF8.GetString(content)) : Answer.Ok(call.Show.Content(path, entry, content, content.Length));
    }
}
