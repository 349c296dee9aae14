using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Views;

public sealed partial class Show
{
    public JsonMap Reference(string name, string sha) => new()
    {
        ["ref"] = name, ["node_id"] = $"REF_{name}", ["url"] = $"{api}/git/{name}",
        ["object"] = new JsonMap { ["sha"] = sha, ["type"] = "commit", ["url"] = $"{api}/git/commits/{sha}" },
    };

    public JsonMap Commit(StoredCommit commit) => new()
    {
        ["sha"] = commit.Sha, ["node_id"] = $"C_{commit.Sha}", ["url"] = $"{api}/git/commits/{commit.Sha}", ["html_url"] = $"{web}/commit/{commit.Sha}",
        ["author"] = Person(commit.Author), ["committer"] = Person(commit.Committer), ["message"] = commit.Message,
        ["tree"] = new JsonMap { ["sha"] = commit.Tree, ["url"] = $"{api}/git/trees/{commit.Tree}" },
        ["parents"] = commit.Parents.Select(sha => new JsonMap
        {
            ["sha"] = sha, ["url"] = $"{api}/git/commits/{sha}", ["html_url"] = $"{web}/commit/{sha}",
        }).ToList(),
        ["verification"] = new JsonMap { ["verified"] = false, ["reason"] = "unsigned", ["signature"] = null, ["payload"] = null, ["verified_at"] = null },
    };

    public JsonMap Tree(StoredTree tree, IEnumerable<KeyValuePair<string, TreeEntry>> entries) => new()
    {
        ["sha"] = tree.Sha, ["url"] = $"{api}/git/trees/{tree.Sha}", ["truncated"] = false, ["tree"] = entries.Select(each => Entry(each.Key, each.Value)).ToList(),
    };

    public JsonMap Blob(string sha, byte[] content) => new()
    {
        ["sha"] = sha, ["node_id"] = $"B_{sha}", ["size"] = content.Length, ["url"] = $"{api}/git/blobs/{sha}", ["content"] = Convert.ToBase64String(content), ["encoding"] = "base64",
    };

    public JsonMap BlobCreated(string sha) => new() { ["sha"] = sha, ["url"] = $"{api}/git/blobs/{sha}" };

    /// <summary>A file or folder by its path; with its content where that is given.</summary>
    public JsonMap Content(string path, TreeEntry entry, byte[]? content, int size)
    {
        var isFile = entry.Type == "blob";
        var url = $"{api}/contents/{path}";
        var git = $"{api}/git/{entry.Type}s/{entry.Sha}";
        var html = $"{web}/{entry.Type}/{repository.DefaultBranch}/{path}";
        var map = new JsonMap
        {
            ["type"] = isFile ? "file" : "dir", ["size"] = isFile ? size : 0, ["name"] = path.Split('/')[^1], ["path"] = path, ["sha"] = entry.Sha, ["url"] = url,
            ["git_url"] = git, ["html_url"] = html, ["download_url"] = isFile ? $"https://raw.githubusercontent.com/{repository.FullName}/{path}" : null,
            ["_links"] = new JsonMap { ["self"] = url, ["git"] = git, ["html"] = html },
        };
        if (content is not null)
        {
            map["encoding"] = "base64";
            map["content"] = Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);
        }

        return map;
    }

    private static JsonMap Person(Signature signature) => new() { ["name"] = signature.Name, ["email"] = signature.Email, ["date"] = Time(signature.At) };

    private JsonMap Entry(string path, TreeEntry entry)
    {
        var map = new JsonMap { ["path"] = path, ["mode"] = entry.Mode, ["type"] = entry.Type, ["sha"] = entry.Sha, ["url"] = $"{api}/git/{entry.Type}s/{entry.Sha}" };
        if (repository.Git.Blob(entry.Sha) is { } content)
        {
            map["size"] = content.Length;
        }

        return map;
    }
}
