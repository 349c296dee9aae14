namespace PostmortemAction.Core.Plans;

/// <summary>The digest issue as it is.</summary>
/// <param name="Duplicates">What the server made twice of it, as far as nobody has touched it.</param>
public sealed record ExistingDigest(int Number, bool IsOpen, string Title, string Body, IReadOnlyList<int> Duplicates);
