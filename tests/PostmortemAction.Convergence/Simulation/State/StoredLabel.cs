namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>A label of the repository.</summary>
public sealed record StoredLabel(long Id, string Name, string Color, string? Description);
