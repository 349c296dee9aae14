using NodaTime.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Diagrams;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Timelines;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Postmortems;

/// <summary>
/// The postmortem as plain dictionaries, lists, strings and numbers: the JSON that we print and the model that templates see.
/// Keys are snake case; absent is null; moments are ISO 8601 with the offset of the incident's zone.
/// </summary>
public sealed class PostmortemModel
{
    /// <summary>The built-in template writes an extra section below a heading of level 2, everything else below one of level 3.</summary>
    private const int BelowSection = 3;
    private const int BelowSubsection = 4;

    private readonly Func<string?, string?> line;
    private readonly Func<string?, int, string?> block;
    private readonly Func<FollowUp, (object? Issue, string? Text, string? Url)> issue;

    private PostmortemModel(
        Func<string?, string?> line, Func<string?, int, string?> block, Func<FollowUp, (object? Issue, string? Text, string? Url)> issue) =>
        (this.line, this.block, this.issue) = (line, block, issue);

    /// <summary>People's words as they wrote them; an issue that does not exist is null.</summary>
    public static IReadOnlyDictionary<string, object?> ForJson(Postmortem postmortem, RepositoryInfo repository) =>
        new PostmortemModel(
            text => text,
            (text, _) => text,
            followUp => followUp.Issue is { } issue ? (issue.Number, issue.ToString(), repository.IssueUrl(issue)) : (null, null, null)).Build(postmortem);

    /// <summary>People's words as Markdown that cannot break the document; issues that this run creates are late references.</summary>
    public static IReadOnlyDictionary<string, object?> ForTemplate(Postmortem postmortem, RepositoryInfo repository)
    {
        var model = new PostmortemModel(
            text => text is null ? null : MarkdownText.Line(text),
            (text, level) => text is null ? null : MarkdownText.Block(text, level),
            followUp => followUp.IsDeferred ? (null, null, null) : (FollowUpLink.Number(followUp), FollowUpLink.Text(followUp), FollowUpLink.Url(followUp, repository))).Build(postmortem);
        model["title"] = MarkdownText.Escape(postmortem.Incident.Title);
        model["measure_list"] = MeasureTable.Rows(postmortem.Measures).Select(row => (object?)new Dictionary<string, object?>
        {
            ["title"] = row.Title,
            ["value"] = Durations.Unbroken(row.Value),
            ["how"] = row.How,
        }).ToList();
        model["diagram"] = IncidentDiagrams.Phases(postmortem);
        model["escalation_diagram"] = IncidentDiagrams.Escalations(postmortem);
        model["impact_measures"] = postmortem.ImpactMeasures.Select(measure => (object?)new Dictionary<string, object?>
        {
            ["title"] = measure.Title,
            ["value"] = measure.Value,
            ["how"] = measure.How,
        }).ToList();
        TimelineModel.AddTo(model, postmortem);
        model["in_short"] = new Dictionary<string, object?>
        {
            ["impact"] = InShort(postmortem.Incident.Impact),
            ["root_cause"] = InShort(postmortem.Incident.RootCause),
            ["resolution"] = InShort(postmortem.Incident.Resolution),
        };
        return model;
    }

    private Dictionary<string, object?> Build(Postmortem postmortem)
    {
        var incident = postmortem.Incident;
        var milestones = postmortem.Milestones;
        return new()
        {
            ["incident"] = incident.Record.Number,
            ["url"] = incident.Record.Number is null ? null : incident.Record.Url,
            ["title"] = incident.Title.Length == 0 ? null : line(incident.Title),
            ["severity"] = line(incident.Severity),
            ["time_zone"] = incident.Zone.Id,
            ["started_at"] = At(milestones.Started),
            ["detected_at"] = At(milestones.Detected),
            ["detected_how"] = line(incident.DetectedHow),
            ["acknowledged_at"] = At(milestones.Acknowledged),
            ["mitigated_at"] = At(milestones.Mitigated),
            ["resolved_at"] = At(milestones.Resolved),
            ["reopened_at"] = incident.ReopenedAt is { } reopened ? Moment.At(reopened, incident.Zone).ToString() : null,
            ["measures"] = postmortem.Measures.ToDictionary(measure => measure.Name, measure => (object?)Of(measure)),
            ["preamble"] = Preamble(incident.Answers) is { Length: > 0 } preamble ? block(preamble, BelowSubsection) : null,
            ["impact"] = new Dictionary<string, object?>
            {
                ["summary"] = block(incident.Impact, BelowSubsection),
                ["services"] = incident.Services.Select(service => (object?)line(service)).ToList(),
                ["users_affected_percent"] = incident.UsersAffectedPercent,
            },
            ["root_cause"] = block(incident.RootCause, BelowSubsection),
            ["resolution"] = block(incident.Resolution, BelowSubsection),
            ["timeline"] = postmortem.Timeline.Select(entry => (object?)Of(entry)).ToList(),
            ["improvements"] = incident.Improvements.Select(improvement => (object?)line(improvement)).ToList(),
            ["improvements_text"] = block((incident.Answers[FieldIds.Improvements] ?? incident.Answers[FieldIds.Measures])?.Text, BelowSubsection),
            ["follow_ups"] = postmortem.FollowUps.Select(followUp => (object?)Of(followUp)).ToList(),
            ["lessons"] = new Dictionary<string, object?>
            {
                ["went_well"] = block(incident.Answers[FieldIds.WentWell]?.Text, BelowSubsection),
                ["went_wrong"] = block(incident.Answers[FieldIds.WentWrong]?.Text, BelowSubsection),
                ["lucky"] = block(incident.Answers[FieldIds.Lucky]?.Text, BelowSubsection),
            },
            ["sections"] = incident.Answers.Sections.Select(section => (object?)Of(section)).ToList(),
            ["problems"] = postmortem.Problems.Select(problem => (object?)Of(problem)).ToList(),
        };
    }

    private static string? InShort(string? text) => text is null ? null : Sentence.Opening(text) is { Length: > 0 } opening ? MarkdownText.Line(opening) : null;

    private static string Preamble(Answers answers) =>
        $"{answers.Preamble}\n\n{answers[FieldIds.Summary]?.Text}".Trim('\n');

    private static Dictionary<string, object?> Of(Measure measure) => new()
    {
        ["title"] = measure.Title,
        ["minutes"] = measure.Minutes,
        ["formula"] = measure.Formula,
        ["from"] = At(measure.From),
        ["to"] = At(measure.To),
        ["basis"] = Name(measure.Basis),
        ["unknown_because"] = measure.UnknownBecause,
    };

    private Dictionary<string, object?> Of(TimelineEntry entry) => new()
    {
        ["at"] = entry.At?.ToString(),
        ["text"] = line(entry.Text),
        ["kind"] = Name(entry.Kind),
        ["kind_from"] = line(entry.KindFrom),
        ["kind_words"] = entry.KindFrom is { } from && KindNames.IsPhrase(from) ? line(from) : null,
        ["author"] = line(entry.Author),
        ["source"] = entry.Source,
    };

    private Dictionary<string, object?> Of(FollowUp followUp)
    {
        var (number, text, url) = issue(followUp);
        return new()
        {
            ["title"] = line(followUp.Task.Title),
            ["owner"] = followUp.Task.Owner,
            ["due"] = followUp.Task.Due is { } due ? LocalDatePattern.Iso.Format(due) : null,
            ["priority"] = followUp.Task.Priority,
            ["labels"] = followUp.Task.Labels.Select(label => (object?)line(label)).ToList(),
            ["repository"] = followUp.Task.Repository,
            ["issue"] = number,
            ["issue_text"] = text,
            ["url"] = url,
            ["done"] = followUp.IsTicked,
        };
    }

    private Dictionary<string, object?> Of(Answer section) => new()
    {
        ["title"] = line(section.Label),
        ["text"] = block(section.Text, BelowSection),
    };

    public static Dictionary<string, object?> Of(Problem problem) => new()
    {
        ["level"] = problem.Level switch { ProblemLevel.Note => "note", ProblemLevel.Warning => "warning", _ => "error" },
        ["code"] = problem.Code,
        ["message"] = problem.Message,
        ["fix"] = problem.Fix,
        ["place"] = problem.Place,
    };

    private static string? At(Milestone? milestone) => milestone?.Moment.ToString();

    private static string? Name(MilestoneBasis? basis) => basis switch
    {
        MilestoneBasis.Stated => "stated",
        MilestoneBasis.Timeline => "timeline",
        MilestoneBasis.Label => "label",
        _ => null,
    };

    /// <summary>A kind's name in the JSON, in templates and on the timeline.</summary>
    public static string? Name(EntryKind? kind) => kind switch
    {
        EntryKind.Detection => "detection",
        EntryKind.Investigation => "investigation",
        EntryKind.MisleadingPath => "misleading path",
        EntryKind.Escalation => "escalation",
        EntryKind.Mitigation => "mitigation",
        EntryKind.Resolution => "resolution",
        EntryKind.Communication => "communication",
        _ => null,
    };
}
