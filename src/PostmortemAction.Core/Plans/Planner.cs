using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Plans;

/// <summary>Compares what should be with what is. Decides everything and does nothing.</summary>
public static class Planner
{
    public static Plan Make(DesiredState desired, ExistingState existing, RepositoryInfo repository)
    {
        var known = Known(existing, repository);
        var problems = new List<Problem>();
        var changes = new List<Change>();

        // Closed without merging means "not now": the pull request, its document and its follow-ups rest.
        if (existing.PullRequest?.State != PullRequestState.Closed)
        {
            var missing = desired.FollowUps.Where(followUp => !existing.FollowUps.ContainsKey(followUp.Key));
            changes.AddRange(missing.Select(followUp => new CreateFollowUp(followUp)));
        }

        if (existing.PullRequest is null or { State: PullRequestState.Open })
        {
            PlanDocument(desired, existing, known, changes, problems);
        }

        PlanPullRequest(desired, existing, known, changes);
        PlanStatus(desired, existing, known, changes);
        return new(desired.Incident, changes, problems);
    }

    private static Dictionary<string, string> Known(ExistingState existing, RepositoryInfo repository)
    {
        var known = existing.FollowUps.ToDictionary(
            followUp => LateReference.FollowUp(followUp.Key),
            followUp => followUp.Value.ToString(CultureInfo.InvariantCulture));
        if (existing.PullRequest is { } pull)
        {
            known[LateReference.PullRequest] = repository.PullRequestLink(pull.Number);
        }

        return known;
    }

    private static void PlanDocument(
        DesiredState desired, ExistingState existing, Dictionary<string, string> known, List<Change> changes, List<Problem> problems)
    {
        var text = LateReference.Resolve(desired.Document, known);
        if (existing.BranchDocument is { } current)
        {
            if (current == text)
            {
                known[LateReference.Document] = Fingerprint.Of(current);
                return;
            }

            if (!existing.IsOurs(current, desired))
            {
                // What we note stays what we last wrote, so that the next run sees the edit too.
                known[LateReference.Document] = existing.PullRequest?.Marker?["document"] ?? "";
                problems.Add(Problem.Note(
                    "document-edited",
                    "People edited the document, and the incident says something new since; the document stays as they wrote it.",
                    "Write what is new into the document yourself.",
                    desired.Path));
                return;
            }
        }

        changes.Add(new CommitDocument(
            desired.Branch, desired.Path, text, desired.CommitMessage, existing.BranchCommit ?? existing.BaseCommit, existing.BranchCommit is null));
        if (!LateReference.IsIn(text))
        {
            known[LateReference.Document] = Fingerprint.Of(text);
        }
    }

    private static void PlanPullRequest(
        DesiredState desired, ExistingState existing, Dictionary<string, string> known, List<Change> changes)
    {
        var body = LateReference.Resolve(desired.PullRequestBody, known);
        switch (existing.PullRequest)
        {
            case null:
                changes.Add(new OpenPullRequest(desired.Branch, desired.PullRequestTitle, body, DesiredState.PostmortemLabel));
                break;
            case { State: PullRequestState.Open } pull when OwnBlock.Replace(pull.Body, body) is { } updated && updated != OwnBlock.Normal(pull.Body):
                changes.Add(new UpdatePullRequest(pull.Number, updated));
                break;
            default:
                break;
        }
    }

    private static void PlanStatus(DesiredState desired, ExistingState existing, Dictionary<string, string> known, List<Change> changes)
    {
        var body = LateReference.Resolve(desired.StatusComment, known);
        if (existing.Status is null)
        {
            changes.Add(new CreateStatusComment(body));
        }
        else if (OwnBlock.Normal(existing.Status.Body) != body)
        {
            changes.Add(new UpdateStatusComment(existing.Status.Id, body));
        }
    }
}
