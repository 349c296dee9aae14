using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>The body of a follow-up issue.</summary>
public static class FollowUpBody
{
    public static string Of(FollowUp followUp, Postmortem postmortem, RepositoryInfo repository)
    {
        var task = followUp.Task;
        var number = postmortem.Incident.Record.Number!.Value;
        var branch = new PostmortemBranch(number);
        var body = new StringBuilder();
        body.Append(Marker(followUp, number, repository)).Append('\n')
            .Append(MarkdownText.ConversationLine(task.Title)).Append("\n\n")
            .Append(CultureInfo.InvariantCulture, $"- Incident: [{(followUp.Repository is null ? "" : repository.FullName)}#{number}]({repository.IssueUrl(number)}) {MarkdownText.ConversationLine(postmortem.Incident.Title)}\n")
            .Append(CultureInfo.InvariantCulture, $"- Postmortem: [pull request]({repository.PullRequestSearchUrl(branch)})\n");
        if (postmortem.Incident.Severity is { } severity)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Severity: {MarkdownText.ConversationLine(severity)}\n");
        }

        if (task.Owner is { } owner)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Owner: {MarkdownText.ConversationLine(owner)}\n");
        }

        if (followUp.Repository is null && task.Repository is { } home && !task.Title.Contains(home, StringComparison.Ordinal))
        {
            body.Append(CultureInfo.InvariantCulture, $"- Repository: {Quoted.Code(home, 140)}\n");
        }

        if (task.Due is { } due)
        {
            body.Append(CultureInfo.InvariantCulture, $"- Due: {LocalDatePattern.Iso.Format(due)}\n");
        }

        return body.ToString().TrimEnd('\n');
    }

    /// <summary>Says whose it is, and what reminders and the digest go by.</summary>
    private static Marker Marker(FollowUp followUp, int incident, RepositoryInfo repository)
    {
        var task = followUp.Task;
        (string Name, string? Value)[] values =
        [
            ("incident", incident.ToString(CultureInfo.InvariantCulture)),
            // Several repositories may have their follow-ups in one.
            ("from", followUp.Repository is null ? null : repository.FullName),
            ("task", task.Key),
            ("text", followUp.Text),
            ("added", followUp.IsAdded ? "yes" : null),
            ("due", task.Due is { } due ? LocalDatePattern.Iso.Format(due) : null),
            ("owner", task.Owner),
        ];
        return new(Plans.Marker.FollowUp, values.Where(value => value.Value is not null).ToDictionary(value => value.Name, value => value.Value!));
    }
}
