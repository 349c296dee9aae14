namespace PostmortemAction.Convergence.Simulation.Git;

/// <summary>How commits follow each other.</summary>
public static class GitHistory
{
    /// <summary>A commit and all before it, the nearest first.</summary>
    public static IEnumerable<StoredCommit> Before(this GitStore git, string commit)
    {
        var seen = new HashSet<string>();
        var next = new Queue<string>([commit]);
        while (next.TryDequeue(out var sha))
        {
            if (seen.Add(sha) && git.Commit(sha) is { } found)
            {
                yield return found;
                foreach (var parent in found.Parents)
                {
                    next.Enqueue(parent);
                }
            }
        }
    }

    public static bool Contains(this GitStore git, string commit, string earlier) => git.Before(commit).Any(each => each.Sha == earlier);

    /// <summary>A commit on the base that has what the head changed since both parted; the head wins where both changed a file.</summary>
    public static StoredCommit Merge(this GitStore git, string onto, string head, string message, Signature by)
    {
        var parted = git.Before(head).First(commit => git.Contains(onto, commit.Sha));
        var (old, now) = (git.Files(parted.Tree), git.Files(git.Commit(head)!.Tree));
        var changes = old.Keys.Union(now.Keys).Where(path => old.GetValueOrDefault(path) != now.GetValueOrDefault(path))
            .Select(path => KeyValuePair.Create(path, now.GetValueOrDefault(path)));
        return git.AddCommit(git.With(git.Commit(onto)!.Tree, changes).Sha, [onto, head], message, by, by);
    }
}
