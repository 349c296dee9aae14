using System.Globalization;
using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Simulation.Routes;

/// <summary>Commits, trees and blobs.</summary>
internal static class GitRoutes
{
    public static Answer GetCommit(Call call) =>
        call.Repository.Git.Commit(call.Parameters["commit_sha"]) is { } commit ? Answer.Ok(call.Show.Commit(commit)) : throw Refusal.NotFound();

    /// <summary>Without an author and a committer it is the token's account, now.</summary>
    public static Answer CreateCommit(Call call)
    {
        var git = call.Repository.Git;
        var tree = git.Tree(call.Body.Text("tree") ?? "") ?? throw new Refusal(422, "Tree SHA does not exist");
        var parents = call.Texts("parents") ?? [];
        if (parents.FirstOrDefault(parent => git.Commit(parent) is null) is { } missing)
        {
            throw new Refusal(422, $"Parent SHA does not exist or is not a commit object: {missing}");
        }

        var author = Person(call, call.Body.GetValueOrDefault("author") as JsonMap);
        var committer = call.Body.GetValueOrDefault("committer") is JsonMap given ? Person(call, given) : author;
        return Answer.Created(call.Show.Commit(git.AddCommit(tree.Sha, parents, call.Body.Text("message") ?? "", author, committer)));
    }

    public static Answer GetTree(Call call)
    {
        var git = call.Repository.Git;
        var tree = git.Tree(call.Parameters["tree_sha"]) ?? throw Refusal.NotFound();
        return Answer.Ok(call.Show.Tree(tree, call.Query.ContainsKey("recursive") ? git.Files(tree.Sha) : tree.Entries));
    }

    public static Answer CreateTree(Call call)
    {
        var git = call.Repository.Git;
        var @base = call.Body.Text("base_tree") is { } sha ? (git.Tree(sha) ?? throw new Refusal(422, "base_tree is not a valid tree oid")).Sha : null;
        var changes = (call.Body.List("tree") ?? []).Cast<JsonMap>().Select(entry => KeyValuePair.Create(entry.Text("path")!, Entry(git, entry))).ToList();
        var tree = git.With(@base, changes);
        return Answer.Created(call.Show.Tree(tree, tree.Entries));
    }

    public static Answer GetBlob(Call call) =>
        call.Repository.Git.Blob(call.Parameters["file_sha"]) is { } blob ? Answer.Ok(call.Show.Blob(call.Parameters["file_sha"], blob)) : throw Refusal.NotFound();

    public static Answer CreateBlob(Call call)
    {
        var text = call.Body.Text("content") ?? "";
        var sha = call.Repository.Git.AddBlob(call.Body.Text("encoding") == "base64" ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(text));
        return Answer.Created(call.Show.BlobCreated(sha));
    }

    private static TreeEntry? Entry(GitStore git, JsonMap entry)
    {
        if (entry.Text("content") is { } content)
        {
            return new(entry.Text("mode") ?? "100644", "blob", git.AddBlob(Encoding.UTF8.GetBytes(content)));
        }

        return entry.Text("sha") is not { } sha ? null
            : git.Blob(sha) is not null || git.Tree(sha) is not null ? new(entry.Text("mode") ?? "100644", entry.Text("type") ?? "blob", sha)
            : throw new Refusal(422, $"tree.sha {sha} is not a valid blob");
    }

    private static Signature Person(Call call, JsonMap? given)
    {
        var own = call.Repository.Signature(call.Login);
        return given is null ? own : new(
            given.Text("name") ?? own.Name,
            given.Text("email") ?? own.Email,
            given.Text("date") is { } date ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture) : own.At);
    }
}
