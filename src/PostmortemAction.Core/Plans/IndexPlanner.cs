using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Plans;

/// <summary>Plans what happens to the index's two files, their branch and their pull request.</summary>
public static class IndexPlanner
{
    private const string Title = "Postmortems: the index";

    private const string Block =
        """
        This pull request keeps the index of the postmortems: a page that GitHub shows to whoever opens their folder, and the data that it is made from.

        It follows the default branch for as long as it is open; merge it whenever you like, and the next change opens a new one. What you write above or
        below our part of the page stays. Closed without merging it rests, until somebody reopens it or deletes its branch.
        """;

    /// <param name="block">Our part of the index.</param>
    /// <param name="data">What <c>index.json</c> should hold.</param>
    /// <param name="readmePath">From the repository's root, like <paramref name="dataPath"/>.</param>
    /// <exception cref="ProblemException">Somebody wrote into our part of the index.</exception>
    public static RepositoryPlan Make(RepositoryState state, RepositoryInfo repository, IndexRule rule, string block, string data, string readmePath, string dataPath)
    {
        if (rule == IndexRule.Commit)
        {
            var commit = Commit(state, repository.DefaultBranch, ArchiveBlock.Update(state.Base.Readme, block, readmePath), data, readmePath, dataPath, null, createsBranch: false);
            return new(IsAsWanted(state.Base, commit) ? [] : [commit], []);
        }

        if (state.IsResting)
        {
            return new([], [Problem.Note(
                "index-resting",
                "The pull request of the index was closed without merging, so the index rests.",
                $"Reopen it, or delete the branch `{IndexBranch.Name}` for a new one; `index: off` ends it for good.",
                repository.PullRequestUrl(state.PullRequest!.Number))]);
        }

        var readme = state.Branch is { } branch
            ? ArchiveBlock.Join(state.Base.Readme, branch.Readme, state.Ancestor, state.IsAncestorKnown, block, readmePath)
            : ArchiveBlock.Update(state.Base.Readme, block, readmePath);
        var change = Commit(state, IndexBranch.Name, readme, data, readmePath, dataPath, state.BranchCommit, state.BranchCommit is null);
        var isThere = state.Branch is null ? IsAsWanted(state.Base, change) : IsAsWanted(state.Branch, change) && IsTakenIn(state);
        var isOpen = state.PullRequest is { State: PullRequestState.Open };
        var opens = !isOpen && (!isThere || (state.Branch is not null && !IsAsWanted(state.Base, change)));
        List<Change> changes = [];
        if (!isThere)
        {
            changes.Add(change);
        }

        if (opens)
        {
            changes.Add(new OpenIndexPullRequest(Title, Block));
        }

        return new(changes, []);
    }

    private static CommitIndex Commit(
        RepositoryState state, string branch, string readme, string data, string readmePath, string dataPath, string? head, bool createsBranch) =>
        new(branch, [new(readmePath, readme), new(dataPath, data)], state.BaseCommit, head, createsBranch);

    private static bool IsAsWanted(IndexFiles files, CommitIndex commit) => files.Readme == commit.Files[0].Value && files.DataBlob == BlobId.Of(commit.Files[1].Value);

    /// <summary>Where the default branch's own files changed since, the branch would conflict with it.</summary>
    private static bool IsTakenIn(RepositoryState state) =>
        state.Ledger.Index is { } taken && taken.Readme == state.Base.ReadmeBlob && taken.Data == state.Base.DataBlob;
}
