using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>The trees of commits. What a commit holds never changes, so each is asked for once.</summary>
/// <param name="known">A commit whose tree is known already.</param>
public sealed class CommitTrees(IGitHubClient client, GitCommit? known)
{
    private readonly Dictionary<string, string> trees = known is null ? [] : new() { [known.Sha] = known.Tree.Sha };

    public async Task<string> OfAsync(string commit, CancellationToken cancellation) =>
        trees.TryGetValue(commit, out var tree) ? tree : trees[commit] = (await client.GetCommitAsync(commit, cancellation)).Tree.Sha;
}
