using PostmortemAction.Core.Problems;
using PostmortemAction.Templates;

namespace PostmortemAction.Configuration;

/// <summary>The template of a run.</summary>
/// <param name="Problems">What a person can fix around it, and what does not keep the document from being written.</param>
public sealed record FoundTemplate(DocumentTemplate Template, IReadOnlyList<Problem> Problems);
