namespace PostmortemAction.Core.Archives;

/// <summary>Documents that do not count in a statistic, and why.</summary>
/// <param name="Statistic">Which one, in our words.</param>
public sealed record Exclusion(string Statistic, string Reason, IReadOnlyList<string> Paths);
