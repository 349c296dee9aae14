using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Timelines;

/// <summary>The five moments that the measures are made of; null where nothing says when.</summary>
public sealed record Milestones(
    Milestone? Started,
    Milestone? Detected,
    Milestone? Acknowledged,
    Milestone? Mitigated,
    Milestone? Resolved);
