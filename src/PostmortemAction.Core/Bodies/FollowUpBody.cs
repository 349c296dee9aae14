using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>The body of a follow-up issue.</summary>
public static class FollowUpBody
{
    /// <param name="text">The key of the task's words as they are now.</param>
    public static string Of(IncidentTask task, string text, Postmortem postmortem, RepositoryInfo repository)
    {
        var number = postmortem.Incident.Record.Number!.Value;
        var branch = new PostmortemBranch(number);
        var body = new StringBuilder();
        body.Append(Marker(task, text, number)).Append('\n')
            .Append(MarkdownText.ConversationLine(task.Title)).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"- Incident: [#{number}]({repository.IssueUrl(number)}) {MarkdownText.ConversationLine(postmortem.Incident.Title)}\n")
            .Append(CultureInfo.InvariantCulture, $"- Postmortem: [pull request]({repository.PullRequestSearchUrl(branch)})\n");
        if (postmortem.Incident.Severity is { } severity)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Severity: {MarkdownText.ConversationLine(severity)}\n");
        }

        if (task.Owner is { } owner)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Owner: {MarkdownText.ConversationLine(owner)}\n");
        }

        if (task.Repository is { } home)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Repository: {Quoted.Code(home, 140)}\n");
        }

        if (task.Due is { } due)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Due: {LocalDatePattern.Iso.Format(due)}\n");
        }

        return body.ToString().TrimEnd('\n');
    }

    private static Marker Marker(IncidentTask task, string text, int incident) => new(Plans.Marker.FollowUp, new Dictionary<string, string>
    {
        ["incident"] = incident.ToString(CultureInfo.InvariantCulture),
        ["task"] = task.Key,
        ["text"] = text,
    });
}
