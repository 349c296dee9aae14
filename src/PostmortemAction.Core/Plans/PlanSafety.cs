using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>The last look at a plan before it may be applied: it must touch nothing that is not ours. A plan that would is a bug, and ends the run.</summary>
public static class PlanSafety
{
    public static void Check(Plan plan, DesiredState desired, ExistingState existing)
    {
        var ledger = existing.Ledger;
        var branch = new PostmortemBranch(plan.Incident);
        // In another repository only where the team said so.
        bool IsAllowed(string? repository) => repository is null || desired.Repositories.Allows(repository);
        bool Follows(IssueKey issue) => IsAllowed(issue.Repository) && ledger.FollowUps.Any(followUp => followUp.Issue == issue);
        foreach (var change in plan.Changes)
        {
            var isOurs = change switch
            {
                CreateFollowUp create => IsAllowed(create.FollowUp.Repository) && ledger.FollowUps.All(followUp => followUp.Task != create.FollowUp.Key),
                UpdateFollowUp update => Follows(update.Issue),
                FinishFollowUp finish => Follows(finish.Issue),
                AttachFollowUp attach => Follows(attach.Issue),
                CommitDocument commit => commit.Branch == branch && commit.Path == desired.Path && IsInside(commit.Path) && commit.CreatesBranch == existing.BranchCommit is null,
                OpenPullRequest open => open.Branch == branch && existing.PullRequest is null,
                UpdatePullRequest update => existing.PullRequest is { IsOurs: true } pull && pull.Number == update.Number,
                LabelPullRequest label => existing.PullRequest is { IsOurs: true } pull && pull.Number == label.Number,
                ClosePullRequest close => desired.SkippedBy == close.Because && existing.PullRequest is { IsOurs: true, State: PullRequestState.Open } pull && pull.Number == close.Number,
                PublishIncident publish => publish.Number == plan.Incident && existing.PullRequest is { State: PullRequestState.Merged },
                ReopenPullRequest reopen => desired.IsReopened && existing.PullRequest is { IsOurs: true, State: PullRequestState.Closed } pull && pull.Number == reopen.Number
                    && reopen.Branch == branch && (reopen.RestoredFrom is null || (existing.BranchCommit is null && reopen.RestoredFrom == pull.Head)),
                OfferText offer => existing.PullRequest?.Number == offer.PullRequest,
                Remind { Of: Marker.PullRequest } remind => existing.PullRequest is { IsOurs: true, State: PullRequestState.Open } pull && remind.Issue == pull.Number,
                Remind remind => ledger.FollowUps.Any(followUp => followUp.Task == remind.Of && followUp.Issue == remind.Issue) && IsAllowed(remind.Issue.Repository),
                CreateStatusComment => ledger.Status is null && existing.Status is null,
                UpdateStatusComment update => existing.Status?.Id == update.Id,
                CloseDuplicate close => IsAllowed(close.Issue.Repository) && !Follows(close.Issue) && ledger.FollowUps.Any(followUp => followUp.Issue == close.Original) && close.Issue != plan.Incident,
                DeleteDuplicateComment delete => ledger.Status is { } status && status.Id != delete.Id,
                RecordLedger => existing.IsLedgerBehind,
                _ => false,
            };
            if (!isOurs)
            {
                throw new InvalidOperationException($"The plan of incident {plan.Incident} would touch what is not ours: {change.GetType().Name}.");
            }
        }
    }

    /// <summary>Never GitHub's own folder, nor out of the repository.</summary>
    private static bool IsInside(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal)
        && path.IndexOfAny(['\\', ':']) < 0
        && path.Split('/').All(part => part is not ("" or "." or "..") && !part.Equals(".git", StringComparison.OrdinalIgnoreCase) && !part.Equals(".github", StringComparison.OrdinalIgnoreCase));
}
