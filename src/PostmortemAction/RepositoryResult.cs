using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>What a run for the repository as a whole came to.</summary>
/// <param name="Archive">Null where there is none, or its index is off.</param>
/// <param name="Problems">Of what was read; what the plan and its changes left undone is theirs.</param>
public sealed record RepositoryResult(Archive? Archive, RepositoryPlan Plan, RepositoryOutcome Outcome, IReadOnlyList<Problem> Problems)
{
    /// <summary>The open follow-ups; null where they were not asked for.</summary>
    public FollowUpDigest? Digest { get; init; }

    public IEnumerable<Problem> AllProblems => Problems.Concat(Plan.Problems).Concat(Outcome.Problems);
}
