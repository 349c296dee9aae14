using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Applies a plan under the ledger's lease: what is to be created is written down, then done, then what was made is written down.</summary>
public sealed class RepositoryWriter(IGitHubClient client, CommitTrees commits, OwnWork work, OwnIdentity identity, LedgerStore ledgers, RepositoryInfo repository, TimeProvider time, Action<string> tell)
{
    public async Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, IncidentReading reading, CancellationToken cancellation)
    {
        var head = reading.Head;
        var outcome = Outcome.Of(existing, plan);
        if (plan.Changes.Count == 0)
        {
            return outcome;
        }

        LedgerLease? lease;
        try
        {
            var tree = head.Tree ?? await commits.OfAsync(existing.BaseCommit, cancellation);
            lease = await LedgerLease.TakeAsync(ledgers, time, head, existing.Ledger, plan.Intents, tree, cancellation);
        }
        catch (GitHubException e)
        {
            return outcome with { Problems = [GitHubProblem.Of(e)] };
        }

        if (lease is null)
        {
            return outcome with { IsOutdated = true };
        }

        var application = new PlanApplication(client, commits, work, identity, repository, plan, existing, lease, reading.NodeId, time, tell);
        return await application.RunAsync(cancellation);
    }
}
