using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Plans;

/// <summary>Compares what should be with what is. Decides everything and does nothing.</summary>
public static class Planner
{
    /// <summary>GitHub's own bound.</summary>
    private const int MostSubIssues = 100;

    public static Plan Make(DesiredState desired, ExistingState existing, RepositoryInfo repository)
    {
        var known = Known(existing, repository);
        var problems = new List<Problem>();
        var changes = new List<Change>();

        if (desired.IsReopened && existing.PullRequest is { IsOurs: true } closed)
        {
            // What else is to be done shows when it is open again.
            changes.Add(new ReopenPullRequest(closed.Number, desired.Branch, existing.BranchCommit is null ? closed.Head : null));
            return Checked(new(desired.Incident, changes, null, problems));
        }

        // Closed without merging means "not now": the pull request, its document and its follow-ups rest.
        var state = desired.SkippedBy is null ? existing.PullRequest?.State : PullRequestState.Closed;
        if (desired.SkippedBy is { } because && existing.PullRequest is { IsOurs: true, State: PullRequestState.Open } unneeded)
        {
            changes.Add(new ClosePullRequest(unneeded.Number, because));
        }

        if (state == PullRequestState.Merged && !existing.Ledger.IsPublished)
        {
            changes.Add(new PublishIncident(desired.Incident, DesiredState.PublishedLabel, desired.ClosesIncident));
        }

        if (state != PullRequestState.Closed)
        {
            PlanFollowUps(desired, existing, repository, changes);
        }

        string? composed = null;
        if (state is null or PullRequestState.Open)
        {
            composed = DocumentPlanner.Plan(desired, existing, known, changes, problems);
            PlanPullRequest(desired, existing, known, changes, problems);
        }

        // Where a person took the document away before there was a pull request, nothing opens one.
        if (existing.PullRequest is null && !changes.OfType<OpenPullRequest>().Any())
        {
            known[LateReference.PullRequest] = repository.OpenPullRequestLink(desired.Branch);
        }

        PlanStatus(desired, existing, known, changes, problems);
        if (state != PullRequestState.Closed)
        {
            changes.AddRange(ReminderPlanner.Plan(desired, existing, repository));
        }

        changes.AddRange(existing.Duplicates.Where(duplicate => MayWrite(duplicate.Issue?.Repository, desired, existing)).Select(Sweep));
        if (existing.IsLedgerBehind)
        {
            changes.Add(new RecordLedger());
        }

        return Checked(new(desired.Incident, changes, composed, problems));

        Plan Checked(Plan plan)
        {
            PlanSafety.Check(plan, desired, existing);
            return plan;
        }
    }

    private static Dictionary<string, string> Known(ExistingState existing, RepositoryInfo repository)
    {
        var known = existing.FollowUps.ToDictionary(
            followUp => LateReference.FollowUp(followUp.Key),
            followUp => followUp.Value.Number.ToString(CultureInfo.InvariantCulture));
        if (existing.PullRequest is { } pull)
        {
            known[LateReference.PullRequest] = repository.PullRequestLink(pull.Number);
        }

        return known;
    }

    private static void PlanFollowUps(DesiredState desired, ExistingState existing, RepositoryInfo repository, List<Change> changes)
    {
        var ledger = existing.Ledger.FollowUps.ToDictionary(followUp => followUp.Task);
        var attached = ledger.Values.Count(followUp => followUp.IsAttached);
        foreach (var wanted in desired.FollowUps)
        {
            if (!ledger.TryGetValue(wanted.Key, out var there))
            {
                changes.Add(new CreateFollowUp(wanted, repository.IsSameOwner(wanted.Repository) && ++attached <= MostSubIssues));
                continue;
            }

            if (!MayWrite(there.Repository, desired, existing))
            {
                continue;
            }

            if (!there.IsAttached && repository.IsSameOwner(there.Repository) && ++attached <= MostSubIssues)
            {
                changes.Add(new AttachFollowUp(there.Task, there.Issue, there.Id));
            }

            if (there.Block != OwnBlock.Sum(wanted.Block) || (there.Title ?? wanted.Title) != wanted.Title || there.Text != wanted.Text
                || there.Words != wanted.Words || there.IsAdded != wanted.IsAdded || (there.Labels is { } labels && labels != FollowUpEdit.Noted(wanted.Labels)))
            {
                changes.Add(new UpdateFollowUp(there.Issue, wanted));
            }

            if (there.IsDone != wanted.IsDone || there.Asked == !wanted.IsDone)
            {
                changes.Add(new FinishFollowUp(there.Task, there.Issue, wanted.IsDone));
            }
        }
    }

    /// <summary>What is in a repository that the settings do not name any more, or that refuses us, rests.</summary>
    internal static bool MayWrite(string? repository, DesiredState desired, ExistingState existing) =>
        repository is null || (desired.Repositories.Allows(repository) && !existing.IsRefused(repository));

    private static void PlanPullRequest(
        DesiredState desired, ExistingState existing, Dictionary<string, string> known, List<Change> changes, List<Problem> problems)
    {
        var block = LateReference.Resolve(desired.PullRequestBlock, known);
        var ledger = existing.Ledger.PullRequest;
        switch (existing.PullRequest)
        {
            case null when existing.BranchDocument is not null || changes.OfType<CommitDocument>().Any():
                changes.Add(new OpenPullRequest(desired.Branch, desired.PullRequestTitle, block, DesiredState.PostmortemLabel));
                break;
            case { IsOurs: true } pull when ledger?.Number == pull.Number:
                if (!ledger.IsLabelled)
                {
                    changes.Add(new LabelPullRequest(pull.Number, DesiredState.PostmortemLabel));
                }

                var title = ledger.Title == pull.Title && ledger.Title != desired.PullRequestTitle ? desired.PullRequestTitle : null;
                var update = IsBehind(ledger.Block, block) && OwnBlock.Update(pull.Body, block) is not null ? block : null;
                TellEdited(ledger.Block, block, pull.Body, "pull-request-edited", "pull request's body", repositoryPlace: null, problems);
                if (title is not null || update is not null)
                {
                    changes.Add(new UpdatePullRequest(pull.Number, title, update));
                }

                break;
            default:
                break;
        }
    }

    private static void PlanStatus(
        DesiredState desired, ExistingState existing, Dictionary<string, string> known, List<Change> changes, List<Problem> problems)
    {
        var block = LateReference.Resolve(desired.StatusBlock, known);
        if (existing.Status is { } status)
        {
            TellEdited(existing.Ledger.Status?.Block, block, status.Body, "status-comment-edited", "status comment", null, problems);
            if (IsBehind(existing.Ledger.Status?.Block, block) && OwnBlock.Update(status.Body, block) is not null)
            {
                changes.Add(new UpdateStatusComment(status.Id, block));
            }
        }
        else if (existing.Ledger.Status is null)
        {
            changes.Add(new CreateStatusComment(block));
        }
    }

    /// <summary>Whether what we last wrote is not what we would write; what is known only later may differ.</summary>
    private static bool IsBehind(string? sum, string block) => sum != OwnBlock.Sum(block);

    private static void TellEdited(
        string? sum, string block, string body, string code, string what, string? repositoryPlace, List<Problem> problems)
    {
        if (IsBehind(sum, block) && OwnBlock.IsEdited(body))
        {
            problems.Add(Problem.Note(
                code,
                $"People edited our part of the {what}, and it has news; it stays as they wrote it.",
                "Write above or below our part instead. Take our part out wholly to keep it out for good.",
                repositoryPlace));
        }
    }

    private static Change Sweep(Duplicate duplicate) =>
        duplicate.Issue is { } issue ? new CloseDuplicate(issue, duplicate.Original!.Value) : new DeleteDuplicateComment(duplicate.Comment!.Value);
}
