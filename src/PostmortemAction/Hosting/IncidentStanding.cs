namespace PostmortemAction.Hosting;

/// <summary>Where an incident stands, as far as it says whether there is anything to do for it.</summary>
/// <param name="HasPostmortem">Whether we ever opened a pull request for it.</param>
public sealed record IncidentStanding(IReadOnlyList<string> Labels, bool HasPostmortem);
