using NodaTime;
using PostmortemAction.Core.Commands;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>What people stated about the incident, read from the record. What nobody stated is null or empty.</summary>
/// <param name="Commanded">What commands in comments say; their answers are among <paramref name="Answers"/> already.</param>
/// <param name="CommandedTimes">The moments that commands set, by the command's name.</param>
/// <param name="Zone">The incident's zone: what the stated times carry, else the setting.</param>
/// <param name="StatedMinutes">The duration in words, where a document states one.</param>
/// <param name="Over">When GitHub says that it was over: the last time the resolved label was set, else the closing.</param>
public sealed record Incident(
    IncidentRecord Record,
    Answers Answers,
    Commanded Commanded,
    IReadOnlyDictionary<string, Milestone> CommandedTimes,
    string Title,
    string? Severity,
    IReadOnlyList<string> Services,
    DateTimeZone Zone,
    Moment? Started,
    Moment? Detected,
    Moment? Resolved,
    Instant? Over,
    string? DetectedHow,
    string? Impact,
    double? UsersAffectedPercent,
    string? RootCause,
    string? Resolution,
    IReadOnlyList<string> Improvements,
    double? StatedMinutes,
    IReadOnlyList<IncidentTask> Tasks)
{
    /// <summary>When it turned out not to be over; null where it is, or never was said to be.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>When it was last opened again, whether it is over since or not: what ended before that was not the end.</summary>
    public Instant? ContinuedAt { get; init; }

    /// <summary>Finds the day of a time written without one. Made once: without a start all of a document's prose is read for it.</summary>
    public DayFinder Days { get; } = new(Zone, Started?.Instant ?? DayOfDocument(Record, Answers, Title, Zone), Resolved?.Instant ?? Over, Record.CreatedAt);

    /// <summary>The beginning of the day that a document without a start is about.</summary>
    private static Instant? DayOfDocument(IncidentRecord record, Answers answers, string title, DateTimeZone zone) =>
        answers.IsForm || record.CreatedAt is not null ? null
            : ProseReader.Day(answers, title)?.Date is { } day ? zone.AtStartOfDay(day).ToInstant() : null;
}
