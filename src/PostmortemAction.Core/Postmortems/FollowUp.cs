using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Postmortems;

/// <summary>A task and the issue that stands for it.</summary>
/// <param name="Issue">The issue's number; null until it is created.</param>
public sealed record FollowUp(IncidentTask Task, int? Issue);
