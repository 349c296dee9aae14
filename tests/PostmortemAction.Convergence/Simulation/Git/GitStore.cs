using System.Globalization;
using System.Text;

namespace PostmortemAction.Convergence.Simulation.Git;

/// <summary>A repository's objects and references. Objects have the hashes that Git gives them.</summary>
public sealed class GitStore
{
    private readonly Dictionary<string, byte[]> blobs = [];
    private readonly Dictionary<string, StoredTree> trees = [];
    private readonly Dictionary<string, StoredCommit> commits = [];

    public GitStore() => EmptyTree = AddTree(new Dictionary<string, TreeEntry>());

    /// <summary>Commits by the full names of references.</summary>
    public SortedDictionary<string, string> References { get; } = new(StringComparer.Ordinal);

    public StoredTree EmptyTree { get; }

    public byte[]? Blob(string sha) => blobs.GetValueOrDefault(sha);

    public StoredTree? Tree(string sha) => trees.GetValueOrDefault(sha) ?? (commits.TryGetValue(sha, out var commit) ? trees[commit.Tree] : null);

    public StoredCommit? Commit(string sha) => commits.GetValueOrDefault(sha);

    public string AddBlob(byte[] bytes)
    {
        var sha = GitHash.Of("blob", bytes);
        blobs.TryAdd(sha, bytes);
        return sha;
    }

    public StoredTree AddTree(IReadOnlyDictionary<string, TreeEntry> entries)
    {
        using var content = new MemoryStream();
        foreach (var (name, entry) in entries.OrderBy(each => each.Value.Type == "tree" ? each.Key + "/" : each.Key, StringComparer.Ordinal))
        {
            content.Write(Encoding.UTF8.GetBytes($"{entry.Mode.TrimStart('0')} {name}\0"));
            content.Write(Convert.FromHexString(entry.Sha));
        }

        var sha = GitHash.Of("tree", content.ToArray());
        return trees.TryGetValue(sha, out var known) ? known : trees[sha] = new(sha, entries);
    }

    public StoredCommit AddCommit(string tree, IReadOnlyList<string> parents, string message, Signature author, Signature committer)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"tree {tree}\n");
        foreach (var parent in parents)
        {
            text.Append(CultureInfo.InvariantCulture, $"parent {parent}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"author {Line(author)}\ncommitter {Line(committer)}\n\n{message}");
        var sha = GitHash.Of("commit", Encoding.UTF8.GetBytes(text.ToString()));
        return commits[sha] = new(sha, tree, parents, message, author, committer);
    }

    private static string Line(Signature signature) =>
        string.Create(CultureInfo.InvariantCulture, $"{signature.Name} <{signature.Email}> {signature.At.ToUnixTimeSeconds()} +0000");
}
