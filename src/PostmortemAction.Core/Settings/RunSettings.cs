using NodaTime;

namespace PostmortemAction.Core.Settings;

/// <summary>What a team can choose, by the action's inputs and by the configuration file.</summary>
public sealed record RunSettings
{
    public bool DryRun { get; init; }

    public string IncidentLabel { get; init; } = "incident";

    public string ResolvedLabel { get; init; } = "resolved";

    public string Directory { get; init; } = "postmortems";

    /// <summary>Path of the team's own template in the default branch; null for the built-in one.</summary>
    public string? Template { get; init; }

    /// <summary>The zone for times written without one.</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether the team chose <see cref="TimeZone"/>; else a time without a zone is an assumption, and the postmortem says so.</summary>
    public bool TimeZoneChosen { get; init; }

    public CommentRule Comments { get; init; } = CommentRule.All;

    public AuthorRule Authors { get; init; } = AuthorRule.Writers;
}
