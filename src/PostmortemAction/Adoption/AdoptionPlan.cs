using PostmortemAction.Core.Problems;

namespace PostmortemAction.Adoption;

/// <summary>What <c>init</c> does to a clone, and what is left to people.</summary>
/// <param name="Found">What it goes by, each in one sentence.</param>
/// <param name="Problems">What somebody has to look at.</param>
/// <param name="Left">What is left to do, in order.</param>
public sealed record AdoptionPlan(
    IReadOnlyList<PlannedFile> Files, IReadOnlyList<string> Found, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Left);
