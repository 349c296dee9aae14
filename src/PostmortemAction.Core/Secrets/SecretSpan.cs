namespace PostmortemAction.Core.Secrets;

/// <summary>Where a secret stands in people's text.</summary>
/// <param name="Rank">The lower, the more its kind tells: it names what several find at one place.</param>
internal readonly record struct SecretSpan(int Start, int End, string Kind, int Rank);
