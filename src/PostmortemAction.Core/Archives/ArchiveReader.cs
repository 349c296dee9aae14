using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>Reads one document of the archive, whoever wrote it and with whatever template.</summary>
public static class ArchiveReader
{
    /// <summary>More words than these are a sentence about a service, not its name.</summary>
    private const int LongestService = 6;

    private static readonly Dictionary<string, string> NoLabels = [];

    /// <param name="path">Below the archive's folder, with slashes.</param>
    /// <param name="today">The day on which it is read.</param>
    /// <exception cref="ProblemException">Nothing in it tells of an incident.</exception>
    public static ArchiveRow Read(string path, string text, LocalDate today) => Read(path, text).On(today);

    /// <summary>What it says on whatever day: see <see cref="ArchiveRow.On"/>.</summary>
    /// <inheritdoc cref="Read(string, string, LocalDate)"/>
    public static ArchiveRow Read(string path, string text)
    {
        var clean = PlainText.Clean(text).TrimStart('\uFEFF');
        var front = FrontMatter.Read(clean);
        var postmortem = PostmortemAssembler.Assemble(
            new IncidentRecord(null, "", Told(clean), null, null, null, path, [], FormDefinition.None, [], []), new RunSettings());
        var incident = postmortem.Incident;
        var number = FrontMatterCheck.Incident(front);
        var problems = postmortem.Problems.Where(IsContradiction).Select(problem => problem with { Place = path })
            .Concat(FrontMatterCheck.Of(clean, front, postmortem, path)).ToList();
        if (!TellsOfAnIncident(postmortem) && ArchivePath.Date(path) is null && number is null)
        {
            throw new ProblemException(
            [
                Problem.Warning("archive-nothing-read", "Nothing in it tells of an incident.", "Give it headings such as `Impact`, `Timeline` and `Root cause`, or move it elsewhere.", path),
                .. problems,
            ]);
        }

        var isShareUnknown = SaysThatShareIsUnknown(incident, clean);
        var date = postmortem.Milestones.Started?.Moment.Date ?? ArchivePath.Date(path);
        var row = new ArchiveRow(
            path,
            number,
            date,
            incident.Title.Length > 0 ? incident.Title : null,
            incident.Severity,
            incident.Services.Any(IsSentence) ? [] : incident.Services,
            postmortem.Measure("duration").Minutes,
            postmortem.Measure("time_to_detect").Minutes,
            isShareUnknown ? null : incident.UsersAffectedPercent,
            incident.Tasks.Count > 0 ? incident.Tasks.Count : null,
            TaskBoxes.Done(incident.Answers[FieldIds.Tasks]?.Text, incident.Tasks.Count),
            false,
            [],
            problems)
        {
            FollowUpIssues = TaskIssues.In(incident.Answers[FieldIds.Tasks]?.Text, incident.Tasks.Count),
            Terms = CauseTerms.Of(incident.Title, incident.RootCause),
        };
        return row with { Gaps = [.. Gaps(row, postmortem, isShareUnknown)] };
    }

    /// <summary>Without the rows that are proved by GitHub's own events: a label that came later than the end that people state contradicts nobody.</summary>
    private static string Told(string document) => string.Join('\n', document.Split('\n').Where(line =>
        !line.StartsWith('|') || line.Split('|') is not [.., var proof, _] || !proof.Contains("#event-", StringComparison.Ordinal)));

    /// <summary>Whether the facts call the share of users not known: then a figure of the prose is of something else, such as one region.</summary>
    private static bool SaysThatShareIsUnknown(Incident incident, string document) => incident.Answers[FieldIds.UsersAffected] is null
        && FactTable.Narrow(Tidy.Lines(document), NoLabels).Any(line => NamedLine.Read(line, NoLabels) is { Id: FieldIds.UsersAffected, Value: FreeTextAnswers.Unknown });

    private static IEnumerable<ArchiveGap> Gaps(ArchiveRow row, Postmortem postmortem, bool isShareUnknown)
    {
        var incident = postmortem.Incident;
        (string Column, bool IsKnown, string Reason)[] cells =
        [
            (ArchiveColumns.Date, row.Date is not null, postmortem.Milestones.Started is null ? "no start is stated, and the file's name holds no date" : "the start has no full date, and the file's name holds none"),
            (ArchiveColumns.Title, row.Title is not null, "it has none, so the file's name stands there"),
            (ArchiveColumns.Severity, row.Severity is not null, "none is stated"),
            (ArchiveColumns.Services, row.Services.Count > 0, incident.Services.Count > 0 ? "they are told in a sentence, not named" : "none is named"),
            (ArchiveColumns.Duration, row.DurationMinutes is not null, Reason(postmortem.Measure("duration"))),
            (ArchiveColumns.Detect, row.DetectMinutes is not null, Reason(postmortem.Measure("time_to_detect"))),
            (ArchiveColumns.Users, row.UsersAffectedPercent is not null, isShareUnknown ? "it says that the share is not known" : "no share of users can be read"),
            (ArchiveColumns.FollowUps, row.FollowUps is not null, incident.Improvements.Count > 0 ? "it names measures, but no tasks" : "it names no tasks"),
            (ArchiveColumns.FollowUps, row.FollowUps is null || row.Done is not null, "not each of its tasks has a box to tick or an issue whose state is known, so how many are open is not known"),
        ];
        return cells.Where(cell => !cell.IsKnown).Select(cell => new ArchiveGap(cell.Column, cell.Reason));
    }

    /// <summary>Why a figure is not known, without the advice for the form; and how far something is known, which differs from one to the next.</summary>
    private static string Reason(Measure measure)
    {
        var reason = (measure.UnknownBecause ?? "").Split(": ")[0].TrimEnd('.');
        return reason.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket ? reason[..bracket] : reason;
    }

    /// <summary>What is only not filled in has its reason at the cell.</summary>
    private static bool IsContradiction(Problem problem) => problem.Level != ProblemLevel.Note && problem.Code != "not-filled-in";

    private static bool IsSentence(string service) => service.EndsWith('.') || service.Split(' ').Length > LongestService;

    private static bool TellsOfAnIncident(Postmortem postmortem) => postmortem.Incident is
    { Severity: not null } or { Services.Count: > 0 } or { Started: not null } or { Impact: not null } or { UsersAffectedPercent: not null } or { RootCause: not null }
        or { Resolution: not null } or { Improvements.Count: > 0 } or { Tasks.Count: > 0 } || postmortem.Timeline.Count > 0;
}
