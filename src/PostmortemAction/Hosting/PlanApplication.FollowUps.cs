using System.Globalization;
using System.Net;
using NodaTime;
using NodaTime.Text;
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
    /// <summary>GitHub lets nobody attach many in a time that it answers within.</summary>
    private const int MostAttachedAtOnce = 20;

    private const int MostReason = 200;

    /// <summary>Other repositories that refused something in this run.</summary>
    private readonly HashSet<string> refused = new(StringComparer.OrdinalIgnoreCase);

    private readonly Progress creating = new("creating follow-ups", plan.Changes.Count(change => change is CreateFollowUp), 10, tell);
    private readonly List<(string Key, Issue Issue)> unattached = [];

    private async Task ApplyAsync(IReadOnlyList<CreateFollowUp> changes, CancellationToken cancellation)
    {
        changes = [.. changes.Where(change => change.FollowUp.Repository is not { } home || !refused.Contains(home))];
        var sent = changes.Select(change => CreateAsync(
            () => CreateIssueAsync(change.FollowUp, cancellation),
            () => work.JustCreatedAsync(plan.Incident, change.FollowUp.Key, NewestSeen(change.FollowUp.Repository), change.FollowUp.Repository, cancellation), cancellation)).ToList();
        var all = Task.WhenAll(sent);
        await ((Task)all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

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

        await Task.WhenAll(sent);
        foreach (var done in lease.Ledger.FollowUps.Where(made => changes.Any(change => change.FollowUp.IsDone && change.FollowUp.Key == made.Task)).ToList())
        {
            await ApplyAsync((Change)new FinishFollowUp(done.Task, done.Issue, IsDone: true), cancellation);
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

    private async Task ApplyAsync(FinishFollowUp change, CancellationToken cancellation)
    {
        var there = client.At(change.Issue.Repository);
        var issue = await there.GetIssueAsync(change.Issue.Number, cancellation);
        if (issue is null && !await there.IsIssueDeletedAsync(change.Issue.Number, cancellation))
        {
            OutOfSight(change.Issue);
            return;
        }

        if (issue is not null && work.KeyOf(issue) == change.Issue && (issue.State == "closed") != change.IsDone && await identity.IsAsync(issue.User, cancellation))
        {
            await there.UpdateIssueAsync(
                change.Issue.Number, change.IsDone ? new(State: "closed", StateReason: "completed") : new(State: "open", StateReason: "reopened"), cancellation);
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
                        await AttachAsync(key, Recorded(key).Issue, issue.Id, isLastTry: false, cancellation);
                    }
                }
            });
        }

        unattached.Clear();
    }

    private async Task ApplyAsync(AttachFollowUp change, CancellationToken cancellation)
    {
        await AttachAsync(change.Key, change.Issue, change.Id, isLastTry: true, cancellation);
        made++;
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
        if (title is not null || body is not null)
        {
            var isReworded = existing.Ledger.FollowUps.Any(followUp => followUp.Task == desired.Key && followUp.Words != desired.Words);
            var assignees = isReworded && desired.Assignee is { } login && issue!.Assignees is null or [] ? (string[])[login] : null;
            await UpdateIssueAsync(change.Issue, new(title, body, Assignees: assignees), cancellation);
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
        });
    }

    /// <summary>Any word after an @ may stand for an owner; one that GitHub does not take must not keep the rest from the follow-up.</summary>
    private async Task UpdateIssueAsync(IssueKey issue, IssueUpdate update, CancellationToken cancellation)
    {
        try
        {
            await client.At(issue.Repository).UpdateIssueAsync(issue.Number, update, cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && update.Assignees is [var login])
        {
            await client.At(issue.Repository).UpdateIssueAsync(issue.Number, update with { Assignees = null }, cancellation);
            problems.Add(AssigneeDropped(issue, login, repository.IssueUrl(issue)));
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

    /// <param name="isLastTry">Else a refusal is tried once more by the next run.</param>
    private async Task AttachAsync(string key, IssueKey issue, long id, bool isLastTry, CancellationToken cancellation)
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
        catch (GitHubException e) when (issue.Repository is not null && GitHubProblem.IsRefusedElsewhere(e))
        {
            // It links the incident all the same.
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
            var isThere = (await client.ListSubIssuesAsync(plan.Incident, cancellation)).Any(child => child.Id == id);
            if (!isThere && !isLastTry)
            {
                problems.Add(Problem.Note(
                    "sub-issue-refused",
                    $"Follow-up {issue.InWords} could not be attached to the incident: {Quoted.Code(e.Reason)}.",
                    "Nothing is to be done: the next run tries once more.",
                    repository.IssueUrl(issue)));
                return;
            }

            if (!isThere)
            {
                problems.Add(Problem.Note(
                    "sub-issue-refused",
                    $"Follow-up {issue.InWords} could not be attached to the incident: {Quoted.Code(e.Reason)}.",
                    "Attach it by hand if it matters; an incident holds 100 sub-issues at most.",
                    repository.IssueUrl(issue)));
            }
        }

        Record(Recorded(key) with { IsAttached = true });
    }

    /// <summary>The other repository that a change writes to; null for the incident's own.</summary>
    private static string? HomeOf(Change change) => change switch
    {
        UpdateFollowUp update => update.Issue.Repository,
        FinishFollowUp finish => finish.Issue.Repository,
        Remind remind => remind.Issue.Repository,
        CloseDuplicate close => close.Issue.Repository,
        _ => null,
    };

    /// <summary>Out of sight for now; the next run looks again. Another repository is told, and left alone for today.</summary>
    private void OutOfSight(IssueKey issue)
    {
        if (issue.Repository is { } home)
        {
            Refuse(home, "404 Not Found");
        }
    }

    private void Refuse(string home, GitHubException e) => Refuse(home, $"{(e.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"{(int)status} ") : "")}{e.Reason}");

    private void Refuse(string home, string reason)
    {
        refused.Add(home);
        var day = LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(client.ServerNow ?? default).InUtc().Date);
        lease.Ledger = lease.Ledger.With(home, new(home, PlainText.Cut(PlainText.Line(reason), MostReason), day));
    }

    private void Allowed(string? home)
    {
        if (home is not null && lease.Ledger.Refusal(home) is not null)
        {
            lease.Ledger = lease.Ledger.With(home, null);
        }
    }

    private LedgerFollowUp Recorded(string key) => lease.Ledger.FollowUps.First(followUp => followUp.Task == key);

    private void Record(LedgerFollowUp followUp) =>
        lease.Ledger = lease.Ledger with { FollowUps = [.. lease.Ledger.FollowUps.Where(other => other.Task != followUp.Task), followUp] };
}
