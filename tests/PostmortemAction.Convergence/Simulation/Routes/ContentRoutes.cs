using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;
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
        return call.IsRaw ? new(200, null, content) : Answer.Ok(call.Show.Content(path, entry, content, content.Length));
    }

    /// <summary>A new file as a commit on a branch. One that is there already is not replaced without its hash.</summary>
    public static Answer Create(Call call)
    {
        var git = call.Repository.Git;
        var (path, branch) = (call.Parameters["path"], call.Body.Text("branch") ?? call.Repository.DefaultBranch);
        var parent = git.Commit(call.Repository.Branch(branch) ?? throw new Refusal(404, $"Branch {branch} not found"))!;
        if (git.Find(parent.Tree, path) is not null)
        {
            throw new Refusal(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        }

        var entry = new TreeEntry("100644", "blob", git.AddBlob(Convert.FromBase64String(call.Body.Text("content")!)));
        var by = call.Repository.Signature(call.Login);
        var commit = git.AddCommit(git.With(parent.Tree, [new(path, entry)]).Sha, [parent.Sha], call.Body.Text("message") ?? "", by, by);
        call.Repository.UpdateReference($"refs/heads/{branch}", commit.Sha, force: false, call.Login);
        return Answer.Created(new JsonMap { ["content"] = call.Show.Content(path, entry, null, git.Blob(entry.Sha)!.Length), ["commit"] = call.Show.Commit(commit) });
    }
}
