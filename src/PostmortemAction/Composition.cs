using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction;

/// <summary>What an incident comes to by reading alone.</summary>
/// <param name="Path">Where the document is, or would go.</param>
/// <param name="Document">As we compose it; what is known only later stands in it as a <see cref="LateReference"/>.</param>
public sealed record Composition(Postmortem Postmortem, ExistingState Existing, string Path, string Document);
