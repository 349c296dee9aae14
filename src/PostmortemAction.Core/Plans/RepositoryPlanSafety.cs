using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Plans;

/// <summary>The last look at a plan for the repository as a whole, as <see cref="PlanSafety"/> is for an incident's.</summary>
public static class RepositoryPlanSafety
{
    public static void Check(RepositoryPlan plan, RepositoryState state, RunSettings settings, string defaultBranch)
    {
        foreach (var change in plan.Changes)
        {
            var isOurs = change switch
            {
                CommitIndex commit => commit.Files.All(file => IsOwn(file.Key, settings.Directory)) && commit.Base == state.BaseCommit && (commit.Branch == IndexBranch.Name
                    ? commit.Head == state.BranchCommit && commit.CreatesBranch == state.BranchCommit is null && !state.IsResting
                    : settings.Index == IndexRule.Commit && commit.Branch == defaultBranch && commit is { Head: null, CreatesBranch: false }),
                OpenIndexPullRequest => settings.Index == IndexRule.PullRequest && state.PullRequest is not { State: PullRequestState.Open },
                CreateDigest => settings.Digest is not null && state.Digest is null && state.Ledger.Digest is null,
                UpdateDigest update => state.Digest is { IsOpen: true } digest && digest.Number == update.Number,
                CloseDuplicate close => state.Digest is { } digest && digest.Number == close.Original && close.Issue.Repository is null && digest.Duplicates.Contains(close.Issue.Number) && close.Issue != close.Original,
                RecordLedger => state.IsLedgerBehind,
                _ => false,
            };
            if (!isOurs)
            {
                throw new InvalidOperationException($"The plan of the repository would touch what is not ours: {change.GetType().Name}.");
            }
        }
    }

    private static bool IsOwn(string path, string directory) =>
        path.StartsWith($"{directory}/", StringComparison.Ordinal)
        && path[(directory.Length + 1)..] is var name && (name == Archives.ArchiveListing.CacheName || name.Equals(Archives.ArchiveListing.IndexName, StringComparison.OrdinalIgnoreCase));
}
