using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>When the incident started, was detected, acknowledged, mitigated or resolved.</summary>
/// <param name="Moment">When.</param>
/// <param name="Basis">What it was read from.</param>
/// <param name="Source">The address of what proves it.</param>
public sealed record Milestone(Moment Moment, MilestoneBasis Basis, string? Source);
