using PostmortemAction.Core.Problems;

namespace PostmortemAction.Hosting;

/// <summary>What a plan's changes came to.</summary>
/// <param name="PullRequest">The pull request's number; null when there is none.</param>
/// <param name="Operation">What happened to the pull request and its document.</param>
/// <param name="FollowUps">Numbers of the follow-up issues, by task key.</param>
/// <param name="Changed">Whether anything was written.</param>
/// <param name="Problems">What could not be done.</param>
public sealed record Outcome(
    int? PullRequest,
    PullRequestOperation Operation,
    IReadOnlyDictionary<string, int> FollowUps,
    bool Changed,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>How many of the plan's changes were not made: refused, or needless by then.</summary>
    public int NotMade { get; init; }
}
