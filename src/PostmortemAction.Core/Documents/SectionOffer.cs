namespace PostmortemAction.Core.Documents;

/// <summary>A change to a section that a person made their own.</summary>
/// <param name="Key">The section's heading.</param>
/// <param name="Before">What we last wrote, or what stands there where that is not known.</param>
/// <param name="After">What we would write now.</param>
public sealed record SectionOffer(string Key, string Before, string After);
