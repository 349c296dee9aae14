using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>One plan on its way, change by change in its order. It decides nothing but how to go on where the server lacks, forbids or loses something.</summary>
internal sealed partial class PlanApplication(
    IGitHubClient client,
    CommitTrees commits,
    OwnWork work,
    OwnIdentity identity,
    RepositoryInfo repository,
    Plan plan,
    ExistingState existing,
    LedgerLease lease,
    string? incidentNode,
    TimeProvider time,
    Action<string> tell)
{
    /// <summary>Kept back for giving the lease back.</summary>
    private const int SpareRequests = 10;

    /// <summary>GitHub wants writers to go one after the other; a few that do not ask for each other may go together.</summary>
    private const int MostAtOnce = 3;

    private readonly Dictionary<string, string> known = existing.FollowUps.ToDictionary(
        followUp => LateReference.FollowUp(followUp.Key), followUp => Text(followUp.Value.Number));

    private readonly List<Problem> problems = [];

    /// <summary>What was sent beside the next change, each with what its answer means; it is told whether the run ends early.</summary>
    private readonly Queue<Func<bool, Task>> beside = [];

    private int? pullRequest = existing.PullRequest?.Number;
    private PullRequestOperation operation = existing.PullRequest is null ? PullRequestOperation.None : PullRequestOperation.Unchanged;
    private bool hasSubIssues = true;
    private bool isOutdated;
    private bool isUnclear;
    private int made;

    public async Task<Outcome> RunAsync(CancellationToken cancellation)
    {
        if (existing.PullRequest is { } pull)
        {
            known[LateReference.PullRequest] = repository.PullRequestLink(pull.Number);
        }

        try
        {
            foreach (var changes in Steps())
            {
                if (refused.Count > 0 && HomeOf(changes[0]) is null && changes[0] is not (CreateFollowUp or UpdateFollowUp or FinishFollowUp or AttachFollowUp))
                {
                    // What else was planned counts on what is not there; it is composed anew, now that this is noted.
                    break;
                }

                EnsureRequests();
                await lease.EnsureAsync(cancellation);
                if (changes is not [CreateFollowUp, ..])
                {
                    Attach(cancellation);
                }

                var earlier = beside.Count;
                await (changes is [{ } change] and not [CreateFollowUp] ? ApplyAsync(change, cancellation) : ApplyAsync([.. changes.Cast<CreateFollowUp>()], cancellation));
                await SettleAsync(earlier, isEnding: false);
                if (isOutdated)
                {
                    break;
                }
            }

            Attach(cancellation);
            await SettleAsync(beside.Count, isEnding: false);
            isOutdated |= refused.Count > 0;
        }
        catch (GitHubException e)
        {
            // What is made is told all the same, and the next run goes on from there.
            problems.Add(GitHubProblem.Of(e));
            isUnclear = e.IsAmbiguous;
        }
        catch (LeaseLostException)
        {
            await SettleAsync(beside.Count, isEnding: true);
            return Result(isLost: true);
        }

        await SettleAsync(beside.Count, isEnding: true);
        await GiveBackAsync(cancellation);
        return Result(isLost: false);
    }

    /// <summary>A few follow-ups at once, as they do not ask for each other; all else one by one.</summary>
    private IEnumerable<IReadOnlyList<Change>> Steps()
    {
        for (var at = 0; at < plan.Changes.Count;)
        {
            var creates = plan.Changes.Skip(at).TakeWhile(change => change is CreateFollowUp).Take(MostAtOnce).Count();
            var count = Math.Max(1, creates);
            yield return [.. plan.Changes.Skip(at).Take(count)];
            at += count;
        }
    }

    /// <summary>Takes the answers to the first of what was sent beside changes.</summary>
    private async Task SettleAsync(int count, bool isEnding)
    {
        for (; count > 0; count--)
        {
            try
            {
                await beside.Dequeue()(isEnding);
            }
            catch (GitHubException) when (isEnding)
            {
                // What ends the run is told already, and the next one tries this again.
            }
        }
    }

    private Outcome Result(bool isLost) => new(
        pullRequest,
        operation,
        lease.Ledger.FollowUps.ToDictionary(followUp => followUp.Task, followUp => followUp.Issue),
        made,
        plan.Changes.Count - made,
        problems,
        isLost || isOutdated);

    private async Task GiveBackAsync(CancellationToken cancellation)
    {
        try
        {
            await RecordDocumentAsync(cancellation);
            if (!await lease.GiveBackAsync(isUnclear, cancellation))
            {
                isOutdated = true;
            }
        }
        catch (GitHubException e)
        {
            // The next run waits until this one counts as dead, and looks for what it made.
            if (problems.TrueForAll(problem => problem.Level != ProblemLevel.Error))
            {
                problems.Add(GitHubProblem.Of(e));
            }
        }
    }

    private void EnsureRequests()
    {
        if (client.Remaining is { } left && left < SpareRequests)
        {
            throw new GitHubException("", null, $"{left} requests are left until GitHub counts anew") { IsLimit = true, Wait = client.ResetsIn };
        }
    }

    private Task ApplyAsync(Change change, CancellationToken cancellation) => WriteAsync(HomeOf(change), () => MakeAsync(change, cancellation));

    /// <param name="home">The other repository that it writes to; null for the incident's own.</param>
    private async Task WriteAsync(string? home, Func<Task> write)
    {
        if (home is null)
        {
            await write();
        }
        else if (!refused.Contains(home))
        {
            try
            {
                await write();
            }
            catch (GitHubException e) when (GitHubProblem.IsRefusedElsewhere(e))
            {
                Refuse(home, e);
            }
        }
    }

    private Task MakeAsync(Change change, CancellationToken cancellation) => change switch
    {
        UpdateFollowUp update => EditAsync(() => ApplyAsync(update, cancellation), cancellation),
        AttachFollowUp attach => ApplyAsync(attach, cancellation),
        FinishFollowUp finish => FinishAsync(finish, counts: true, cancellation),
        CommitDocument commit => ApplyAsync(commit, cancellation),
        OpenPullRequest open => ApplyAsync(open, cancellation),
        UpdatePullRequest update => EditAsync(() => ApplyAsync(update, cancellation), cancellation),
        LabelPullRequest label => ApplyAsync(label, cancellation),
        ReopenPullRequest reopen => EditAsync(() => ApplyAsync(reopen, cancellation), cancellation),
        OfferText offer => ApplyAsync(offer, cancellation),
        Remind remind => ApplyAsync(remind, cancellation),
        PublishIncident publish => EditAsync(() => ApplyAsync(publish, cancellation), cancellation),
        ClosePullRequest close => EditAsync(() => ApplyAsync(close, cancellation), cancellation),
        CreateStatusComment create => ApplyAsync(create, cancellation),
        UpdateStatusComment update => EditAsync(() => ApplyAsync(update, cancellation), cancellation),
        CloseDuplicate close => EditAsync(() => ApplyAsync(close, cancellation), cancellation),
        DeleteDuplicateComment delete => EditAsync(() => ApplyAsync(delete, cancellation), cancellation),
        RecordLedger => Task.FromResult(made++),
        _ => throw new InvalidOperationException($"The writer does not know {change.GetType().Name}."),
    };

    private async Task ApplyAsync(CreateStatusComment change, CancellationToken cancellation)
    {
        var block = Resolve(change.Block);
        try
        {
            var since = client.ServerNow - TimeSpan.FromMinutes(1);
            var comment = await CreateAsync(
                () => client.CreateCommentAsync(plan.Incident, OwnBlock.Wrap(block), cancellation),
                async () => (await work.StatusesAsync(plan.Incident, await client.ListCommentsAsync(plan.Incident, since, cancellation), cancellation)) is [var first, ..] ? first : null,
                cancellation);
            made++;
            lease.Ledger = lease.Ledger with { Status = new(comment.Id, OwnBlock.Sum(block)) };
        }
        catch (GitHubException e) when (GitHubProblem.IsConversationClosed(e))
        {
            problems.Add(GitHubProblem.ConversationClosed(repository.IssueUrl(plan.Incident), e));
        }
    }

    private async Task ApplyAsync(UpdateStatusComment change, CancellationToken cancellation)
    {
        // Only now is it known whether the comment changes: while opening pull requests is forbidden, it says so already.
        var block = Resolve(change.Block);
        var comment = await client.GetCommentAsync(change.Id, cancellation);
        if (comment is not null && await identity.IsAsync(comment.User, cancellation) && OwnBlock.Update(comment.Body ?? "", block) is { } body)
        {
            await client.UpdateCommentAsync(change.Id, body, cancellation);
            made++;
            lease.Ledger = lease.Ledger with { Status = new(change.Id, OwnBlock.Sum(block)) };
        }
    }

    private async Task ApplyAsync(Remind change, CancellationToken cancellation)
    {
        var there = client.At(change.Issue.Repository);

        // A run that died behind its reminder may not have noted it.
        var since = client.ServerNow - TimeSpan.FromDays(2);
        try
        {
            if (!await IsSentAsync())
            {
                await CreateAsync(
                    () => there.CreateCommentAsync(change.Issue.Number, change.Body, cancellation),
                    async () => (await work.RemindersAsync(plan.Incident, change, await there.ListCommentsAsync(change.Issue.Number, since, cancellation), cancellation)) is [var first, ..] ? first : null,
                    cancellation);
                made++;
            }
        }
        catch (GitHubException e) when (GitHubProblem.IsConversationClosed(e))
        {
            problems.Add(GitHubProblem.ConversationClosed(repository.IssueUrl(change.Issue), e));
            return;
        }

        var noted = LedgerReminder.Of(change.Reminder);
        if (change.Of == Marker.PullRequest)
        {
            lease.Ledger = lease.Ledger with { PullRequest = lease.Ledger.PullRequest! with { Reminded = noted } };
        }
        else
        {
            Record(Recorded(change.Of) with { Reminded = noted });
        }

        async Task<bool> IsSentAsync() =>
            (await work.RemindersAsync(plan.Incident, change, await there.ListCommentsAsync(change.Issue.Number, since, cancellation), cancellation)).Count > 0;
    }

    private async Task ApplyAsync(DeleteDuplicateComment change, CancellationToken cancellation)
    {
        var comment = await client.GetCommentAsync(change.Id, cancellation);
        if (comment is not null && await identity.IsAsync(comment.User, cancellation) && OwnBlock.IsUntouched(comment.Body ?? ""))
        {
            await client.DeleteCommentAsync(change.Id, cancellation);
            made++;
        }
    }

    private Task EditAsync(Func<Task> edit, CancellationToken cancellation) => new Writing(lease, time).EditAsync(edit, cancellation);

    private Task<T> CreateAsync<T>(Func<Task<T>> send, Func<Task<T?>> look, CancellationToken cancellation)
        where T : class => new Writing(lease, time).CreateAsync(send, look, cancellation);

    /// <summary>Nothing unresolved may leave: it would show private-use characters to people.</summary>
    private string Resolve(string text)
    {
        var resolved = LateReference.Resolve(text, known);
        return LateReference.IsIn(resolved)
            ? throw new InvalidOperationException($"A planned text refers to what no change made: {LateReference.Describe(resolved)}")
            : resolved;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
