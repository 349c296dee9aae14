using NodaTime;
using PostmortemAction.Core.Measures;

namespace PostmortemAction.Core.Settings;

/// <summary>What a team can choose, by the action's inputs and by the configuration file.</summary>
public sealed record RunSettings
{
    private static readonly IReadOnlyDictionary<string, string> NoNames = new Dictionary<string, string>();

    public bool DryRun { get; init; }

    public string IncidentLabel { get; init; } = "incident";

    public string ResolvedLabel { get; init; } = "resolved";

    public string Directory { get; init; } = "postmortems";

    /// <summary>The name of a built-in template, or the path of the team's own one in the default branch; null for the default one.</summary>
    public string? Template { get; init; }

    /// <summary>The zone for times written without one.</summary>
    public DateTimeZone TimeZone { get; init; } = DateTimeZone.Utc;

    /// <summary>Whether the team chose <see cref="TimeZone"/>; else a time without a zone is an assumption, and the postmortem says so.</summary>
    public bool TimeZoneChosen { get; init; }

    public CommentRule Comments { get; init; } = CommentRule.All;

    /// <summary>The reaction that marks a comment as an entry (<c>timeline.pin</c>); null for none.</summary>
    public string? Pin { get; init; }

    /// <summary>Further names of sections, and the field id that each means.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = NoNames;

    /// <summary>What the impact is held against; null for nothing.</summary>
    public ServiceLevel? Promise { get; init; }

    /// <summary>The team's own measures, beside the built-in ones.</summary>
    public IReadOnlyList<MeasureFormula> Measures { get; init; } = [];

    public AuthorRule Authors { get; init; } = AuthorRule.Writers;

    /// <summary>How the archive's index is kept.</summary>
    public IndexRule Index { get; init; } = IndexRule.PullRequest;

    /// <summary>The issue that lists open follow-ups; null for none.</summary>
    public DigestSettings? Digest { get; init; } = new();

    public ReviewSettings Review { get; init; } = new();

    public FollowUpSettings FollowUps { get; init; } = new();

    public PublishSettings Publish { get; init; } = new();
}
