using System.Net;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>One plan for the repository as a whole on its way, as <see cref="PlanApplication"/> is for an incident.</summary>
internal sealed partial class RepositoryApplication(
    IGitHubClient client, CommitTrees commits, OwnWork work, OwnIdentity identity, RepositoryInfo repository, RepositoryPlan plan, RepositoryState state, LedgerLease lease, TimeProvider time)
{
    private const string Message = "Update the index of the postmortems";

    private readonly List<Problem> problems = [];
    private readonly Writing writing = new(lease, time);
    private int? pullRequest = state.PullRequest?.Number;
    private bool isOutdated;
    private bool isUnclear;
    private int made;

    public async Task<RepositoryOutcome> RunAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var change in plan.Changes)
            {
                await lease.EnsureAsync(cancellation);
                await ApplyAsync(change, cancellation);
                if (isOutdated)
                {
                    break;
                }
            }
        }
        catch (GitHubException e)
        {
            // What is made is told all the same, and the next run goes on from there.
            problems.Add(GitHubProblem.Of(e));
            isUnclear = e.IsAmbiguous;
        }
        catch (LeaseLostException)
        {
            return Result(isLost: true);
        }

        await GiveBackAsync(cancellation);
        return Result(isLost: false);
    }

    private RepositoryOutcome Result(bool isLost) => new(pullRequest, made, plan.Changes.Count - made, problems, isLost || isOutdated);

    private async Task GiveBackAsync(CancellationToken cancellation)
    {
        try
        {
            isOutdated |= !await lease.GiveBackAsync(isUnclear, cancellation);
        }
        catch (GitHubException e)
        {
            if (problems.TrueForAll(problem => problem.Level != ProblemLevel.Error))
            {
                problems.Add(GitHubProblem.Of(e));
            }
        }
    }

    private Task ApplyAsync(Change change, CancellationToken cancellation) => change switch
    {
        CommitIndex commit => ApplyAsync(commit, cancellation),
        OpenIndexPullRequest open => ApplyAsync(open, cancellation),
        CreateDigest create => ApplyAsync(create, cancellation),
        UpdateDigest update => writing.EditAsync(() => ApplyAsync(update, cancellation), cancellation),
        CloseDuplicate close => writing.EditAsync(() => ApplyAsync(close, cancellation), cancellation),
        RecordLedger => Task.FromResult(made++),
        _ => throw new InvalidOperationException($"The writer does not know {change.GetType().Name}."),
    };

    private async Task ApplyAsync(CommitIndex change, CancellationToken cancellation)
    {
        var isDirect = change.Branch == repository.DefaultBranch;
        var files = change.Files.Select(file => new NewTreeEntry(file.Key, "100644", "blob", file.Value)).ToList();
        var tree = await client.CreateTreeAsync(new(await commits.OfAsync(change.Base, cancellation), files), cancellation);
        var commit = await client.CreateCommitAsync(new(Message, tree.Sha, change.Parents), cancellation);
        try
        {
            if (!await BranchMove.ToAsync(client, change.Branch, change.CreatesBranch ? null : isDirect ? change.Base : change.Head, commit.Sha, cancellation))
            {
                isOutdated = true;
                return;
            }
        }
        catch (GitHubException e) when (isDirect && BranchMove.IsRefusal(e))
        {
            // A rule of the branch forbids it.
            problems.Add(GitHubProblem.DefaultBranchProtected(change.Branch, e));
            return;
        }

        made++;
        lease.Ledger = isDirect ? lease.Ledger with { Commit = commit.Sha }
            : lease.Ledger with { Commit = commit.Sha, Index = new(change.Base, state.Base.ReadmeBlob, state.Base.DataBlob) };
    }

    private async Task ApplyAsync(OpenIndexPullRequest change, CancellationToken cancellation)
    {
        PullRequest pull;
        try
        {
            pull = await writing.CreateAsync(
                () => client.CreatePullRequestAsync(new(change.Title, IndexBranch.Name, repository.DefaultBranch, OwnBlock.Wrap(change.Block)), cancellation),
                async () => await OpenPullAsync(cancellation) is { } open && await identity.IsAsync(open.User, cancellation) ? open : null,
                cancellation);
        }
        catch (GitHubException e) when (GitHubProblem.IsPullRequestsForbidden(e))
        {
            problems.Add(GitHubProblem.IndexPullRequestForbidden(repository));
            return;
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity)
        {
            // GitHub keeps it to one open pull request for a branch. Whose it is shows at a new look.
            if (await OpenPullAsync(cancellation) is null)
            {
                throw;
            }

            isOutdated = true;
            return;
        }

        made++;
        pullRequest = pull.Number;
        lease.Ledger = lease.Ledger with { PullRequest = new(pull.Number, change.Title, OwnBlock.Sum(change.Block), IsLabelled: true) };
    }

    private async Task<PullRequest?> OpenPullAsync(CancellationToken cancellation) =>
        (await client.ListPullRequestsAsync(IndexBranch.Name, cancellation)).FirstOrDefault(pull => pull.State == "open");
}
