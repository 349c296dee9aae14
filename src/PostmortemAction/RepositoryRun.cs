using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>The recipe for the repository as a whole: bring the archive's index and the digest of the follow-ups to their desired state.</summary>
/// <param name="today">The server's day.</param>
/// <param name="withDigest">Whether the digest is to be kept too.</param>
public sealed class RepositoryRun(GitHubHost host, RunSettings settings, LocalDate today, bool withDigest)
{
    private const int MostRounds = 5;

    /// <exception cref="ProblemException">The job could not be done, and a person can change that.</exception>
    public async Task<RepositoryResult> RunAsync(CancellationToken cancellation)
    {
        RepositoryOutcome? earlier = null;
        for (var round = 1; ; round++)
        {
            var result = await RunOnceAsync(cancellation);
            var outcome = result.Outcome.After(earlier);
            if (!outcome.IsOutdated || round == MostRounds)
            {
                return result with { Outcome = outcome.IsOutdated ? outcome with { Problems = [.. outcome.Problems, GitHubProblem.Restless(null)] } : outcome };
            }

            earlier = outcome;
        }
    }

    private async Task<RepositoryResult> RunOnceAsync(CancellationToken cancellation)
    {
        // 1. Observe: the archive, and what is there of ours. 2. Read it.
        var reading = await host.ReadRepositoryAsync(settings, today, withDigest, cancellation);
        var archive = reading.Archive?.On(today);

        // 3. Compose and plan.
        var index = archive is null ? new RepositoryPlan([], [])
            : IndexPlanner.Make(reading.State, host.Repository, settings.Index, ArchiveIndex.Of(archive), reading.Archive!.Cache.ToString(), reading.ReadmePath, reading.DataPath);
        var digest = reading.Open is null ? null : FollowUpDigest.Of(reading.Open, today);
        var both = digest is null ? index : index.With(DigestPlanner.Make(reading.State, host.Repository, settings.Digest!, digest));
        var plan = both with { Changes = both.Changes.Count == 0 && reading.State.IsLedgerBehind ? [new RecordLedger()] : both.Changes };

        RepositoryPlanSafety.Check(plan, reading.State, settings, host.Repository.DefaultBranch);

        // 4. Apply it, and tell.
        var outcome = settings.DryRun ? RepositoryOutcome.Of(plan, reading.State) : await host.ApplyAsync(plan, reading, cancellation);
        return new(archive, plan, outcome, reading.Problems) { Digest = digest };
    }
}
