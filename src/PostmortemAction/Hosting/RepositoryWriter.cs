using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Applies a plan under the ledger's lease: what is to be created is written down, then done, then what was made is written down.</summary>
public sealed class RepositoryWriter(IGitHubClient client, CommitTrees commits, OwnWork work, OwnIdentity identity, LedgerStore ledgers, RepositoryInfo repository, TimeProvider time, Action<string> tell)
{
    /// <summary>Makes the commit with which the lease will be taken. As long as no ref points at it, nobody sees it.</summary>
    public async Task PrepareAsync(Plan draft, ExistingState existing, LedgerHead head, CancellationToken cancellation)
    {
        if (draft.Intents.Count > 0)
        {
            LedgerLease.Prepare(ledgers, head, draft.Noted(existing.Ledger), draft.Intents, head.Tree ?? await commits.OfAsync(existing.BaseCommit, cancellation), cancellation);
        }
    }

    public async Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, IncidentReading reading, CancellationToken cancellation)
    {
        var head = reading.Head;
        var outcome = Outcome.Of(existing, plan);
        if (plan.Changes.Count == 0)
        {
            return outcome;
        }

        var (lease, refusal) = await LeaseAsync(head, plan.Noted(existing.Ledger), plan.Intents, existing.BaseCommit, cancellation);
        if (lease is null)
        {
            return refusal is null ? outcome with { IsOutdated = true } : outcome with { Problems = [refusal] };
        }

        var application = new PlanApplication(client, commits, work, identity, repository, plan, existing, lease, reading.NodeId, time, tell);
        return await application.RunAsync(cancellation);
    }

    /// <summary>The same for the repository as a whole.</summary>
    public async Task<RepositoryOutcome> ApplyAsync(RepositoryPlan plan, RepositoryState state, LedgerHead head, CancellationToken cancellation)
    {
        var outcome = RepositoryOutcome.Of(plan, state);
        if (plan.Changes.Count == 0)
        {
            return outcome;
        }

        var (lease, refusal) = await LeaseAsync(head, state.Ledger, plan.Intents, state.BaseCommit, cancellation);
        if (lease is null)
        {
            return refusal is null ? outcome with { IsOutdated = true } : outcome with { Problems = [refusal] };
        }

        return await new RepositoryApplication(client, commits, work, identity, repository, plan, state, lease, time).RunAsync(cancellation);
    }

    /// <returns>Nothing where another run was faster.</returns>
    private async Task<(LedgerLease? Lease, Problem? Refusal)> LeaseAsync(LedgerHead head, Ledger ledger, IReadOnlyList<string> intents, string baseCommit, CancellationToken cancellation)
    {
        try
        {
            var tree = head.Tree ?? await commits.OfAsync(baseCommit, cancellation);
            return (await LedgerLease.TakeAsync(ledgers, time, head, ledger, intents, tree, cancellation), null);
        }
        catch (GitHubException e)
        {
            return (null, GitHubProblem.Of(e));
        }
    }
}
