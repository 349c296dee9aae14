using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Measures;

/// <summary>A figure with what it was computed from, or the reason why it is not known.</summary>
/// <param name="Name">Its name in the JSON and in templates, such as <c>time_to_detect</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="Minutes">The figure, in whole minutes; null when not known.</param>
/// <param name="From">The earlier end point.</param>
/// <param name="To">The later end point.</param>
/// <param name="Basis">The weaker of what the two end points were read from; null when not known.</param>
/// <param name="UnknownBecause">Why it is not known and how to supply it; null when known.</param>
public sealed record Measure(
    string Name,
    string Title,
    string Formula,
    long? Minutes,
    Milestone? From,
    Milestone? To,
    MilestoneBasis? Basis,
    string? UnknownBecause);
