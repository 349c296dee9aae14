namespace PostmortemAction.Core.Settings;

/// <summary>When a postmortem should be published, and what happens then (<c>postmortem</c>).</summary>
public sealed record PublishSettings
{
    /// <summary>Days from the end of the incident, by severity.</summary>
    public IReadOnlyDictionary<string, int> Due { get; init; } = FollowUpSettings.NoDays;

    /// <summary>Whether the incident is closed once its postmortem is merged.</summary>
    public bool ClosesIncident { get; init; }
}
