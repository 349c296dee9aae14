using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Plans;

/// <summary>The difference between what should be and what is: changes in the order in which they are made. Empty when nothing differs.</summary>
/// <param name="Problems">What was deliberately left undone.</param>
public sealed record Plan(int Incident, IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems);
