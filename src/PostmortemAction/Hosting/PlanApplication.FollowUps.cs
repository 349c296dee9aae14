using System.Net;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Follow-up issues.</summary>
internal sealed partial class PlanApplication
{
    private readonly Progress creating = new("creating follow-ups", plan.Changes.Count(change => change is CreateFollowUp), 10, tell);

    private async Task ApplyAsync(IReadOnlyList<CreateFollowUp> changes, CancellationToken cancellation)
    {
        changes = [.. changes.Where(change => change.FollowUp.Repository is not { } home || !refused.Contains(home))];
        var sent = changes.Select(change => CreateAsync(
            () => CreateIssueAsync(change.FollowUp, cancellation),
            () => work.JustCreatedAsync(plan.Incident, change.FollowUp.Key, NewestSeen(change.FollowUp.Repository), change.FollowUp.Repository, cancellation), cancellation)).ToList();
        // Where there is room for one more, the document's branch is made beside them: it asks for none of them.
        var branching = changes.Count < MostAtOnce ? MakeBranchAsync(cancellation) : Task.CompletedTask;
        await Task.WhenAll([.. sent, branching]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What was made is noted, whatever became of the others.
        foreach (var (change, issue) in changes.Zip(sent).ToList())
        {
            if (issue.IsCompletedSuccessfully)
            {
                Note(change, await issue);
            }
            else if (change.FollowUp.Repository is { } home && issue.Exception?.InnerException is GitHubException e && GitHubProblem.IsRefusedElsewhere(e))
            {
                Refuse(home, e);
                sent.Remove(issue);
            }
        }

        creating.Add(changes.Count);

        await Task.WhenAll([.. sent, branching]);
        foreach (var done in lease.Ledger.FollowUps.Where(made => changes.Any(change => change.FollowUp.IsDone && change.FollowUp.Key == made.Task)).ToList())
        {
            // A part of its creation, so no change of its own.
            var finish = new FinishFollowUp(done.Task, done.Issue, IsDone: true);
            await WriteAsync(HomeOf(finish), () => FinishAsync(finish, counts: false, cancellation));
        }
    }

    /// <summary>The newest issue of a repository that we know of; null for another one of which we know none.</summary>
    private int? NewestSeen(string? home) =>
        lease.Ledger.FollowUps.Select(followUp => followUp.Issue).Append(plan.Incident).Where(issue => new IssueKey(home, issue.Number) == issue).Select(issue => (int?)issue.Number).Max();

    private void Note(CreateFollowUp change, Issue issue)
    {
        var desired = change.FollowUp;
        made++;
        known[LateReference.FollowUp(desired.Key)] = Text(issue.Number);
        Record(new(desired.Key, desired.Text, issue.Number, issue.Id, desired.Title, OwnBlock.Sum(desired.Block), IsAttached: !change.Attaches)
        {
            Repository = desired.Repository,
            Words = desired.Words,
            IsAdded = desired.IsAdded,
            Labels = FollowUpEdit.Noted(desired.Labels),
        });
        Allowed(desired.Repository);
        if (desired.Assignee is { } wanted && issue.Assignees?.Any(account => account.Login.Equals(wanted, StringComparison.OrdinalIgnoreCase)) != true)
        {
            problems.Add(AssigneeDropped(new(desired.Repository, issue.Number), wanted, issue.HtmlUrl));
        }

        if (change.Attaches)
        {
            unattached.Add((desired.Key, issue));
        }
    }

    /// <param name="counts">Whether it is one of the plan's changes.</param>
    private Task FinishAsync(FinishFollowUp change, bool counts, CancellationToken cancellation) => EditAsync(
        async () =>
        {
            if (await FinishAsync(change, cancellation) && counts)
            {
                made++;
            }
        },
        cancellation);

    /// <returns>Whether it is as it should be now.</returns>
    private async Task<bool> FinishAsync(FinishFollowUp change, CancellationToken cancellation)
    {
        var there = client.At(change.Issue.Repository);
        var issue = await there.GetIssueAsync(change.Issue.Number, cancellation);
        if (issue is null && !await there.IsIssueDeletedAsync(change.Issue.Number, cancellation))
        {
            OutOfSight(change.Issue);
            Record(Recorded(change.Key) with { Asked = change.IsDone });
            return false;
        }

        if (issue is not null && work.KeyOf(issue) == change.Issue && (issue.State == "closed") != change.IsDone && await identity.IsAsync(issue.User, cancellation))
        {
            await there.UpdateIssueAsync(
                change.Issue.Number, change.IsDone ? new(State: "closed", StateReason: "completed") : new(State: "open", StateReason: "reopened"), cancellation);
        }

        Record(Recorded(change.Key) with { IsDone = change.IsDone, Asked = null });
        return true;
    }

    private async Task ApplyAsync(UpdateFollowUp change, CancellationToken cancellation)
    {
        var (desired, last) = (change.FollowUp, Recorded(change.FollowUp.Key));
        var there = client.At(change.Issue.Repository);
        var issue = await there.GetIssueAsync(change.Issue.Number, cancellation);
        if (issue is null && !await there.IsIssueDeletedAsync(change.Issue.Number, cancellation))
        {
            // What people wrote in the document is known all the same.
            OutOfSight(change.Issue);
            Record(last with { Words = desired.Words, IsAdded = desired.IsAdded });
            return;
        }

        var isThere = issue is not null && work.KeyOf(issue) == change.Issue && await identity.IsAsync(issue.User, cancellation);
        var title = isThere && last.Title == issue!.Title && last.Title != desired.Title ? desired.Title : null;
        var body = isThere ? OwnBlock.Update(issue!.Body ?? "", desired.Block) : null;
        var labels = isThere ? FollowUpEdit.Labels([.. issue!.Labels.Select(label => label.Name)], last.Labels, desired.Labels) : null;
        if (title is not null || body is not null || labels is not null)
        {
            var isReworded = existing.Ledger.FollowUps.Any(followUp => followUp.Task == desired.Key && followUp.Words != desired.Words);
            var before = Marker.TryFind(issue!.Body, Marker.FollowUp, out var marker) ? marker["owner"] : null;
            var assignees = FollowUpEdit.Assignees([.. (issue.Assignees ?? []).Select(account => account.Login)], before, desired.Assignee, isReworded);
            await UpdateIssueAsync(change.Issue, new(title, body, Assignees: assignees, Labels: labels), cancellation);
            made++;
        }

        Allowed(change.Issue.Repository);

        // What a person changed is theirs for good: it is not what we note here.
        Record(last with
        {
            Text = desired.Text,
            Title = desired.Title,
            Block = OwnBlock.Sum(desired.Block),
            Words = desired.Words,
            IsAdded = desired.IsAdded,
            Labels = FollowUpEdit.Noted(desired.Labels),
        });
    }

    /// <summary>Any word after an @ or # may stand for an owner or a label; one that GitHub does not take must not keep the rest from the follow-up.</summary>
    private async Task UpdateIssueAsync(IssueKey issue, IssueUpdate update, CancellationToken cancellation)
    {
        try
        {
            await client.At(issue.Repository).UpdateIssueAsync(issue.Number, update, cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && update.Assignees is [var login])
        {
            await UpdateIssueAsync(issue, update with { Assignees = null }, cancellation);
            problems.Add(AssigneeDropped(issue, login, repository.IssueUrl(issue)));
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && update.Labels is not null)
        {
            await UpdateIssueAsync(issue, update with { Labels = null }, cancellation);
        }
    }

    private static Problem AssigneeDropped(IssueKey issue, string login, string place) => Problem.Note(
        "assignee-dropped", $"GitHub did not assign {Quoted.Code(login)} to follow-up {issue.InWords}.", "Assign someone with access to the repository.", place);

    private async Task ApplyAsync(CloseDuplicate change, CancellationToken cancellation)
    {
        var there = client.At(change.Issue.Repository);
        var issue = await there.GetIssueAsync(change.Issue.Number, cancellation);
        if (issue is { State: "open", Comments: 0 } && OwnBlock.IsUntouched(issue.Body ?? "") && await identity.IsAsync(issue.User, cancellation))
        {
            await there.UpdateIssueAsync(change.Issue.Number, new(State: "closed", StateReason: "not_planned"), cancellation);
            made++;
        }
    }

    /// <summary>Any word after an @ or # may stand for an owner or a label; one that GitHub does not take must not cost the team the follow-up.</summary>
    private async Task<Issue> CreateIssueAsync(DesiredFollowUp desired, CancellationToken cancellation)
    {
        var issue = new NewIssue(desired.Title, OwnBlock.Wrap(desired.Block), desired.Labels, desired.Assignee is { } login ? [login] : []);
        var plainer = new Queue<NewIssue>([issue with { Assignees = [] }, issue with { Assignees = [], Labels = [DesiredState.FollowUpLabel] }]);
        while (true)
        {
            try
            {
                return await client.At(desired.Repository).CreateIssueAsync(issue, cancellation);
            }
            catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && plainer.Count > 0)
            {
                issue = plainer.Dequeue();
            }
        }
    }

    private LedgerFollowUp Recorded(string key) => lease.Ledger.FollowUps.First(followUp => followUp.Task == key);

    private void Record(LedgerFollowUp followUp) =>
        lease.Ledger = lease.Ledger with { FollowUps = [.. lease.Ledger.FollowUps.Where(other => other.Task != followUp.Task), followUp] };
}
