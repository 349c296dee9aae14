using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Hosting;

/// <summary>What the changes to the repository's index and digest came to.</summary>
/// <param name="PullRequest">The index's pull request; null when there is none.</param>
/// <param name="Made">How many changes were made.</param>
/// <param name="NotMade">How many were not: refused, or needless by then.</param>
/// <param name="IsOutdated">Whether something happened meanwhile that asks for a new look and a new plan.</param>
public sealed record RepositoryOutcome(int? PullRequest, int Made, int NotMade, IReadOnlyList<Problem> Problems, bool IsOutdated)
{
    /// <summary>Nothing done yet.</summary>
    public static RepositoryOutcome Of(RepositoryPlan plan, RepositoryState state) => new(state.PullRequest?.Number, 0, plan.Changes.Count, [], false);

    /// <summary>Together with what an earlier plan of the same run came to.</summary>
    public RepositoryOutcome After(RepositoryOutcome? earlier) =>
        earlier is null ? this : this with { Made = earlier.Made + Made, Problems = [.. earlier.Problems, .. Problems] };
}
