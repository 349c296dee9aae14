using System.Text;

namespace PostmortemAction.Convergence.Simulation.Git;

/// <summary>Files by their paths, within trees.</summary>
public static class GitFiles
{
    /// <summary>What stands at a path; null when nothing does.</summary>
    public static TreeEntry? Find(this GitStore git, string tree, string path)
    {
        TreeEntry? entry = new("040000", "tree", git.Tree(tree)!.Sha);
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            entry = entry is { Type: "tree" } ? git.Tree(entry.Sha)!.Entries.GetValueOrDefault(name) : null;
        }

        return entry;
    }

    /// <summary>A file's text at a reference or commit; null when it is not there.</summary>
    public static string? Text(this GitStore git, string commit, string path) =>
        git.Tree(git.References.GetValueOrDefault(commit) ?? commit) is { } tree && git.Find(tree.Sha, path) is { Type: "blob" } entry
            ? Encoding.UTF8.GetString(git.Blob(entry.Sha)!) : null;

    /// <summary>All files of a tree, by path.</summary>
    public static SortedDictionary<string, TreeEntry> Files(this GitStore git, string tree)
    {
        var files = new SortedDictionary<string, TreeEntry>(StringComparer.Ordinal);
        Collect(git, tree, "", files);
        return files;
    }

    /// <summary>A tree that differs from another in some paths.</summary>
    /// <param name="changes">New entries by path; null deletes.</param>
    public static StoredTree With(this GitStore git, string? tree, IEnumerable<KeyValuePair<string, TreeEntry?>> changes)
    {
        var entries = new Dictionary<string, TreeEntry>(tree is null ? git.EmptyTree.Entries : git.Tree(tree)!.Entries);
        foreach (var group in changes.GroupBy(change => change.Key.Split('/')[0]))
        {
            var own = group.FirstOrDefault(change => change.Key == group.Key);
            if (own.Key is not null)
            {
                Put(entries, group.Key, own.Value);
                continue;
            }

            var inner = group.Select(change => KeyValuePair.Create(change.Key[(group.Key.Length + 1)..], change.Value));
            var folder = git.With(entries.GetValueOrDefault(group.Key) is { Type: "tree" } old ? old.Sha : null, inner);
            Put(entries, group.Key, folder.Entries.Count == 0 ? null : new("040000", "tree", folder.Sha));
        }

        return git.AddTree(entries);
    }

    private static void Put(Dictionary<string, TreeEntry> entries, string name, TreeEntry? entry)
    {
        if (entry is null)
        {
            entries.Remove(name);
        }
        else
        {
            entries[name] = entry;
        }
    }

    private static void Collect(GitStore git, string tree, string prefix, SortedDictionary<string, TreeEntry> files)
    {
        foreach (var (name, entry) in git.Tree(tree)!.Entries)
        {
            if (entry.Type == "tree")
            {
                Collect(git, entry.Sha, $"{prefix}{name}/", files);
            }
            else
            {
                files[prefix + name] = entry;
            }
        }
    }
}
