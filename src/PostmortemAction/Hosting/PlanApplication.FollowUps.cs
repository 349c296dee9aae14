using System.Net;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Follow-up issues.</summary>
internal sealed partial class PlanApplication
{
    /// <summary>GitHub lets nobody attach many in a time that it answers within.</summary>
    private const int MostAttachedAtOnce = 20;

    private readonly Progress creating = new("creating follow-ups", plan.Changes.Count(change => change is CreateFollowUp), 10, tell);
    private readonly List<(string Key, Issue Issue)> unattached = [];

    private async Task ApplyAsync(IReadOnlyList<CreateFollowUp> changes, CancellationToken cancellation)
    {
        var sent = changes.Select(change => CreateAsync(
            () => CreateIssueAsync(change.FollowUp, cancellation), () => work.JustCreatedAsync(plan.Incident, change.FollowUp.Key, NewestSeen, cancellation), cancellation)).ToList();
        var all = Task.WhenAll(sent);
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // What was made is noted, whatever became of the others.
        foreach (var (change, issue) in changes.Zip(sent).Where(each => each.Second.IsCompletedSuccessfully))
        {
            Note(change, await issue);
        }

        creating.Add(changes.Count);

        await all;
        foreach (var done in changes.Where(change => change.FollowUp.IsDone).Select(change => change.FollowUp.Key))
        {
            await ApplyAsync(new FinishFollowUp(done, Recorded(done).Number, IsDone: true), cancellation);
        }
    }

    private int NewestSeen => lease.Ledger.FollowUps.Select(followUp => followUp.Number).Append(plan.Incident).Max();

    private void Note(CreateFollowUp change, Issue issue)
    {
        var desired = change.FollowUp;
        made++;
        known[LateReference.FollowUp(desired.Key)] = Text(issue.Number);
        Record(new(desired.Key, desired.Text, issue.Number, issue.Id, desired.Title, OwnBlock.Sum(desired.Block), IsAttached: !change.Attaches)
        {
            Words = desired.Words,
            IsAdded = desired.IsAdded,
        });
        if (desired.Assignee is { } wanted && issue.Assignees?.Any(account => account.Login.Equals(wanted, StringComparison.OrdinalIgnoreCase)) != true)
        {
            problems.Add(AssigneeDropped(issue.Number, wanted, issue.HtmlUrl));
        }

        if (change.Attaches)
        {
            unattached.Add((desired.Key, issue));
        }
    }

    private async Task ApplyAsync(FinishFollowUp change, CancellationToken cancellation)
    {
        var issue = await client.GetIssueAsync(change.Number, cancellation);
        if (issue is null && !await client.IsIssueDeletedAsync(change.Number, cancellation))
        {
            // Out of sight for now; the next run looks again.
            return;
        }

        if (issue is not null && issue.Number == change.Number && (issue.State == "closed") != change.IsDone && await identity.IsAsync(issue.User, cancellation))
        {
            await client.UpdateIssueAsync(
                change.Number, change.IsDone ? new(State: "closed", StateReason: "completed") : new(State: "open", StateReason: "reopened"), cancellation);
        }

        made++;
        Record(Recorded(change.Key) with { IsDone = change.IsDone });
    }

    /// <summary>Attaches what was created, beside the next change: all in one request, or one by one where the server wants it so.</summary>
    private void Attach(CancellationToken cancellation)
    {
        foreach (var some in unattached.Chunk(MostAttachedAtOnce))
        {
            var nodes = some.Select(each => each.Issue.NodeId).OfType<string>().ToList();
            var sent = incidentNode is null || nodes.Count < some.Length || !hasSubIssues ? null : client.AddSubIssuesAsync(incidentNode, nodes, cancellation);
            beside.Enqueue(async isEnding =>
            {
                var attached = sent is null ? [] : (await sent).ToHashSet();
                foreach (var (key, issue) in some.OrderBy(each => !attached.Contains(each.Issue.NodeId ?? "")))
                {
                    if (attached.Contains(issue.NodeId ?? ""))
                    {
                        Record(Recorded(key) with { IsAttached = true });
                    }
                    else if (!isEnding)
                    {
                        await lease.EnsureAsync(cancellation);
                        await AttachAsync(key, issue.Number, issue.Id, isLastTry: false, cancellation);
                    }
                }
            });
        }

        unattached.Clear();
    }

    private async Task ApplyAsync(AttachFollowUp change, CancellationToken cancellation)
    {
        await AttachAsync(change.Key, change.Number, change.Id, isLastTry: true, cancellation);
        made++;
    }

    private async Task ApplyAsync(UpdateFollowUp change, CancellationToken cancellation)
    {
        var (desired, last) = (change.FollowUp, Recorded(change.FollowUp.Key));
        var issue = await client.GetIssueAsync(change.Number, cancellation);
        if (issue is null && !await client.IsIssueDeletedAsync(change.Number, cancellation))
        {
            // Out of sight for now; the next run looks again. What people wrote in the document is known all the same.
            Record(last with { Words = desired.Words, IsAdded = desired.IsAdded });
            return;
        }

        var isThere = issue is not null && issue.Number == change.Number && await identity.IsAsync(issue.User, cancellation);
        var title = isThere && last.Title == issue!.Title && last.Title != desired.Title ? desired.Title : null;
        var body = isThere ? OwnBlock.Update(issue!.Body ?? "", desired.Block) : null;
        if (title is not null || body is not null)
        {
            var isReworded = existing.Ledger.FollowUps.Any(followUp => followUp.Task == desired.Key && followUp.Words != desired.Words);
            var assignees = isReworded && desired.Assignee is { } login && issue!.Assignees is null or [] ? (string[])[login] : null;
            await UpdateIssueAsync(change.Number, new(title, body, Assignees: assignees), cancellation);
            made++;
        }

        // What a person changed is theirs for good: it is not what we note here.
        Record(last with
        {
            Text = desired.Text,
            Title = desired.Title,
            Block = OwnBlock.Sum(desired.Block),
            Words = desired.Words,
            IsAdded = desired.IsAdded,
        });
    }

    /// <summary>Any word after an @ may stand for an owner; one that GitHub does not take must not keep the rest from the follow-up.</summary>
    private async Task UpdateIssueAsync(int number, IssueUpdate update, CancellationToken cancellation)
    {
        try
        {
            await client.UpdateIssueAsync(number, update, cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && update.Assignees is [var login])
        {
            await client.UpdateIssueAsync(number, update with { Assignees = null }, cancellation);
            problems.Add(AssigneeDropped(number, login, repository.IssueUrl(number)));
        }
    }

    private static Problem AssigneeDropped(int number, string login, string place) => Problem.Note(
        "assignee-dropped", $"GitHub did not assign {Quoted.Code(login)} to follow-up {number}.", "Assign someone with access to the repository.", place);

    private async Task ApplyAsync(CloseDuplicate change, CancellationToken cancellation)
    {
        var issue = await client.GetIssueAsync(change.Number, cancellation);
        if (issue is { State: "open", Comments: 0 } && OwnBlock.IsUntouched(issue.Body ?? "") && await identity.IsAsync(issue.User, cancellation))
        {
            await client.UpdateIssueAsync(change.Number, new(State: "closed", StateReason: "not_planned"), cancellation);
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
                return await client.CreateIssueAsync(issue, cancellation);
            }
            catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && plainer.Count > 0)
            {
                issue = plainer.Dequeue();
            }
        }
    }

    /// <param name="isLastTry">Else a refusal is tried once more by the next run.</param>
    private async Task AttachAsync(string key, int number, long id, bool isLastTry, CancellationToken cancellation)
    {
        if (!hasSubIssues)
        {
            Record(Recorded(key) with { IsAttached = true });
            return;
        }

        try
        {
            await client.AddSubIssueAsync(plan.Incident, id, cancellation);
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            // GitHub Enterprise Server has no such route in all versions.
            hasSubIssues = false;
            problems.Add(Problem.Note(
                "sub-issues-missing",
                "This server has no sub-issues, so the follow-ups are not attached to the incident.",
                "Nothing is to be done: the follow-ups link the incident, and the document lists them."));
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity)
        {
            // It may be one already: the first answer got lost, or a person was faster.
            var isThere = (await client.ListSubIssuesAsync(plan.Incident, cancellation)).Any(issue => issue.Id == id);
            if (!isThere && !isLastTry)
            {
                problems.Add(Problem.Note(
                    "sub-issue-refused",
                    $"Follow-up {number} could not be attached to the incident: {Quoted.Code(e.Reason)}.",
                    "Nothing is to be done: the next run tries once more.",
                    repository.IssueUrl(number)));
                return;
            }

            if (!isThere)
            {
                problems.Add(Problem.Note(
                    "sub-issue-refused",
                    $"Follow-up {number} could not be attached to the incident: {Quoted.Code(e.Reason)}.",
                    "Attach it by hand if it matters; an incident holds 100 sub-issues at most.",
                    repository.IssueUrl(number)));
            }
        }

        Record(Recorded(key) with { IsAttached = true });
    }

    private LedgerFollowUp Recorded(string key) => lease.Ledger.FollowUps.First(followUp => followUp.Task == key);

    private void Record(LedgerFollowUp followUp) =>
        lease.Ledger = lease.Ledger with { FollowUps = [.. lease.Ledger.FollowUps.Where(other => other.Task != followUp.Task), followUp] };
}
