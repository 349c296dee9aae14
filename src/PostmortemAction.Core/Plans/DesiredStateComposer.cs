using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>What should be: the document and everything around it.</summary>
public static class DesiredStateComposer
{
    public static DesiredState Compose(
        Postmortem postmortem, RepositoryInfo repository, string path, string document, PullRequestState? state)
    {
        var number = postmortem.Incident.Record.Number!.Value;
        return new(
            number,
            new(number),
            path,
            document,
            string.Create(CultureInfo.InvariantCulture, $"Add the postmortem of incident {number}"),
            Neutral.Title($"Postmortem: {postmortem.Incident.Title}"),
            PullRequestBody.Of(postmortem, repository, path),
            [.. postmortem.Incident.Tasks.Select(task => FollowUp(task, postmortem, repository))],
            StatusComment.Of(postmortem, repository, state));
    }

    private static DesiredFollowUp FollowUp(IncidentTask task, Postmortem postmortem, RepositoryInfo repository)
    {
        // Only SEV1 to SEV9 become labels: a team's free word would litter its label list.
        var severity = postmortem.Incident.Severity is { } name && Severity.OfLabel(name) is { } label ? label : null;
        return new(
            task.Key,
            Neutral.Title(task.Title),
            FollowUpBody.Of(task, postmortem, repository),
            [.. new[] { DesiredState.FollowUpLabel, severity, task.Priority }.OfType<string>().Concat(task.Labels)],
            task.Owner);
    }
}
