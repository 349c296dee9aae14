using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Reviews;

/// <summary>Something that a review may say. All of them stand in <see cref="FindingKinds"/>.</summary>
/// <param name="Code">A stable name, in kebab case; a waiver names it.</param>
/// <param name="What">One sentence for people.</param>
/// <param name="Hint">What to do about it, as an instruction.</param>
public sealed record FindingKind(string Code, ProblemLevel Level, FindingGroup Group, string What, string Hint);
