using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Secrets;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Postmortems;

/// <summary>Record in, postmortem out: the whole of the core's reading, in the order of the design.</summary>
public static class PostmortemAssembler
{
    /// <param name="words">What comments say, as far as it was read already.</param>
    public static Postmortem Assemble(IncidentRecord record, RunSettings settings, CommentWords? words = null)
    {
        var problems = new List<Problem>();
        words ??= new();
        record = SecretMask.Apply(record.InOrder(), problems, words);
        var incident = IncidentReader.Read(record, settings, problems);
        var timeline = TimelineBuilder.Build(incident, settings, problems, words);
        var milestones = MilestoneFinder.Find(incident, timeline, settings, problems);
        var measures = MeasureCalculator.Compute(milestones, timeline, incident.StatedMinutes, settings.Measures, record.Url, problems);
        TimelineProblems.Tell(incident, timeline, milestones, problems);
        TellMissing(incident, milestones, timeline, problems);
        return new(incident, milestones, measures, timeline, [.. incident.Tasks.Select(task => new FollowUp(task, task.Key, null))], problems)
        {
            ImpactMeasures = ImpactMeasure.Of(measures[0], incident.UsersAffectedPercent, settings.Promise),
        };
    }

    private static void TellMissing(
        Incident incident, Milestones milestones, IReadOnlyList<TimelineEntry> timeline, List<Problem> problems)
    {
        (string Id, string Name, bool Missing)[] wanted =
        [
            (FieldIds.Severity, "severity", incident.Severity is null),
            (FieldIds.Services, "affected services", incident.Services.Count == 0),
            (FieldIds.Started, "start", milestones.Started is null && !Unreadable(FieldIds.Started)),
            (FieldIds.Detected, "detection", milestones.Detected is null && !Unreadable(FieldIds.Detected)),
            (FieldIds.DetectedHow, "how it was detected", incident.DetectedHow is null),
            (FieldIds.Impact, "impact", incident.Impact is null),
            (FieldIds.UsersAffected, "users affected", incident.UsersAffectedPercent is null && !Unreadable(FieldIds.UsersAffected)),
            (FieldIds.Timeline, "timeline", timeline.All(entry => entry.Origin == EntryOrigin.Event)),
            (FieldIds.RootCause, "root cause", incident.RootCause is null),
            (FieldIds.Resolution, "resolution", incident.Resolution is null),
            (FieldIds.Improvements, "improvements", incident.Improvements.Count == 0),
        ];
        var missing = wanted.Where(field => field.Missing).Select(field => field.Name).ToList();
        if (missing.Count > 0)
        {
            // A severe incident is asked about; of a small one it is only noted.
            var level = incident.Severity is "SEV1" or "SEV2" ? ProblemLevel.Warning : ProblemLevel.Note;
            problems.Add(new(
                level,
                "not-filled-in",
                $"Not filled in: {string.Join(", ", missing)}.",
                "Edit the incident, or write it into the document.",
                incident.Record.Url));
        }

        if (incident.Tasks.Count == 0)
        {
            problems.Add(Problem.Note(
                "no-tasks",
                "No tasks are named, so there are no follow-up issues.",
                incident.Answers.IsForm || incident.Improvements.Count == 0 ? "Name the tasks in the incident, one per line, and they become issues."
                    : "The one list of measures was read as improvements. To make issues of its lines, put them under a heading `Tasks`.",
                incident.Record.Url));
        }

        bool Unreadable(string id) => incident.Answers[id] is not null;
    }
}
