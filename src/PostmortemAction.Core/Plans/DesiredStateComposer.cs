using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>What should be: the document and everything around it.</summary>
public static class DesiredStateComposer
{
    /// <param name="review">Of the document as it will stand, see <see cref="StandingDocument"/>.</param>
    public static DesiredState Compose(
        Postmortem postmortem, RepositoryInfo repository, string path, string document, ExistingState existing, Review? review = null)
    {
        var number = postmortem.Incident.Record.Number!.Value;
        var isReopened = existing.PullRequest is { IsOurs: true, State: PullRequestState.Closed, ClosedAt: { } closed } && postmortem.IsAskedFor(closed);
        var skipped = postmortem.Incident.Commanded.Skipped is { } skip && existing.IsSkipped(skip.Source) ? skip : ((string Reason, string Source)?)null;
        return new(
            number,
            new(number),
            path,
            document,
            Neutral.Title($"Postmortem: {postmortem.Incident.Title}"),
            PullRequestBody.Of(postmortem, repository, path, review),
            [.. postmortem.FollowUps.Where(followUp => !followUp.IsDeferred).Select(followUp => FollowUp(followUp, postmortem, repository))],
            StatusComment.Of(postmortem with { SkippedBecause = skipped?.Reason }, repository, isReopened ? PullRequestState.Open : existing.PullRequest?.State, News(document, existing), review),
            isReopened)
        {
            Repositories = postmortem.Repositories,
            Due = postmortem.Due,
            SkippedBy = skipped?.Source,
            ClosesIncident = postmortem.ClosesIncident,
        };
    }

    /// <summary>A published document is never changed by itself; what it does not say is told in the status comment.</summary>
    private static IReadOnlyList<SectionOffer> News(string document, ExistingState existing) =>
        existing is { PullRequest.State: PullRequestState.Merged, LastDocument: { } last } ? DocumentMerge.Differences(last, document) : [];

    private static DesiredFollowUp FollowUp(FollowUp followUp, Postmortem postmortem, RepositoryInfo repository)
    {
        var task = followUp.Task;
        // Only SEV1 to SEV9 become labels: a team's free word would litter its label list.
        var severity = postmortem.Incident.Severity is { } name && Severity.OfLabel(name) is { } label ? label : null;
        return new(
            task.Key,
            followUp.Text,
            Neutral.Title(task.Title),
            FollowUpBody.Of(followUp, postmortem, repository),
            [.. new[] { DesiredState.FollowUpLabel, severity, task.Priority }.OfType<string>().Concat(task.Labels)],
            task.Owner is { } owner && !owner.Contains('/', StringComparison.Ordinal) ? owner : null)
        {
            Repository = followUp.Repository,
            Words = followUp.Words,
            IsAdded = followUp.IsAdded,
            IsDone = followUp.IsDone,
            Due = task.Due,
            Owner = task.Owner,
        };
    }
}
