namespace PostmortemAction.Core.Documents;

/// <summary>A document with people's changes and the new facts.</summary>
/// <param name="Offers">What the facts say in sections that are people's: it is not in the text, and is shown to them.</param>
public sealed record MergedDocument(string Text, IReadOnlyList<SectionOffer> Offers);
