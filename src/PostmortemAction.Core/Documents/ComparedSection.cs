namespace PostmortemAction.Core.Documents;

/// <summary>A section of a document, and where it differs.</summary>
/// <param name="Key">As in <see cref="DocumentSection.Key"/>.</param>
/// <param name="Edit">What people made of what we wrote, as <see cref="TextDiff"/>; null where nothing, or all of it.</param>
/// <param name="News">What the facts say since, likewise.</param>
public sealed record ComparedSection(string Key, SectionState State, string? Edit, string? News);
