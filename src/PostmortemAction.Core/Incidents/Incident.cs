using NodaTime;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>What people stated about the incident, read from the record. What nobody stated is null or empty.</summary>
/// <param name="Zone">The incident's zone: what the stated times carry, else the setting.</param>
/// <param name="Over">When GitHub says that it was over: the last time the resolved label was set, else the closing.</param>
public sealed record Incident(
    IncidentRecord Record,
    Answers Answers,
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
    IReadOnlyList<IncidentTask> Tasks)
{
    /// <summary>Finds the day of a time written without one.</summary>
    public DayFinder Days => new(Zone, Started?.Instant, Resolved?.Instant ?? Over, Record.CreatedAt);
}
