using System.Net;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Follow-ups as sub-issues of their incident.</summary>
internal sealed partial class PlanApplication
{
    /// <summary>GitHub lets nobody attach many in a time that it answers within.</summary>
    private const int MostAttachedAtOnce = 20;

    private readonly List<(string Key, Issue Issue)> unattached = [];

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
}
