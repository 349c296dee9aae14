using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Entries from GitHub's events: severity, assignment, closing, reopening, pull requests, the resolved label.</summary>
internal static class EventEntries
{
    public static IEnumerable<TimelineEntry> Read(Incident incident, RunSettings settings)
    {
        var severity = (string?)null;
        foreach (var e in incident.Record.Events)
        {
            var named = e.Event == "labeled" && e.Label is { } label ? Severity.OfLabel(label) : null;
            if (Text(e, named, severity, incident, settings) is { } text)
            {
                var isResolved = e.Event == "labeled" && named is null;
                yield return new(
                    Moment.At(e.At, incident.Zone),
                    text,
                    isResolved ? EntryKind.Resolution : null,
                    isResolved ? "label" : null,
                    e.Actor,
                    e.Url,
                    EntryOrigin.Event,
                    IsHumanAction: e.Event == "assigned" && !e.ActorIsBot);
            }

            severity = named ?? severity;
        }
    }

    private static string? Text(EventRecord e, string? named, string? severity, Incident incident, RunSettings settings)
    {
        // Who is assigned and what is linked after the end is about the follow-up work.
        var isAfter = incident.Over is { } over && e.At > over;
        return e switch
        {
            { Event: "labeled" } when named is not null && severity is null => $"Severity set to {named}",
            { Event: "labeled" } when named is not null && severity != named => $"Severity changed from {severity} to {named}",
            { Event: "labeled", Label: { } label } when Same(label, settings.ResolvedLabel) => $"Labelled {Quoted.Code(label)}",
            { Event: "assigned", Assignee: { } assignee } when !isAfter => $"Assigned to {MarkdownText.Escape(assignee)}",
            { Event: "closed" } => "Closed the incident",
            { Event: "reopened" } => "Reopened the incident",
            { Event: "cross-referenced", PullRequest: { Ours: false } pull }
                when !isAfter && !e.ActorIsBot && (e.ActorMayWrite || settings.Authors == AuthorRule.All) =>
                $"Pull request [#{pull.Number} {MarkdownText.Escape(PlainText.Line(pull.Title))}]({pull.Url})",
            _ => null,
        };
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
