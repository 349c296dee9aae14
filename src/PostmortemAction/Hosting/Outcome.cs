using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Hosting;

/// <summary>What a plan's changes came to.</summary>
/// <param name="PullRequest">The pull request's number; null when there is none.</param>
/// <param name="Operation">What happened to the pull request and its document.</param>
/// <param name="FollowUps">The follow-up issues, by task key.</param>
/// <param name="Made">How many changes were made.</param>
/// <param name="NotMade">How many were not: refused, or needless by then.</param>
/// <param name="Problems">What could not be done.</param>
/// <param name="IsOutdated">Whether something happened meanwhile that asks for a new look and a new plan.</param>
public sealed record Outcome(
    int? PullRequest,
    PullRequestOperation Operation,
    IReadOnlyDictionary<string, IssueKey> FollowUps,
    int Made,
    int NotMade,
    IReadOnlyList<Problem> Problems,
    bool IsOutdated)
{
    /// <summary>Whether anything was written.</summary>
    public bool Changed => Made > 0;

    /// <summary>Nothing done yet.</summary>
    public static Outcome Of(ExistingState existing, Plan plan) => new(
        existing.PullRequest?.Number,
        existing.PullRequest is null ? PullRequestOperation.None : PullRequestOperation.Unchanged,
        existing.FollowUps,
        0,
        plan.Changes.Count,
        [],
        false);

    /// <summary>Together with what an earlier plan of the same run came to.</summary>
    public Outcome After(Outcome? earlier) => earlier is null ? this : this with
    {
        Made = earlier.Made + Made,
        Operation = earlier.Operation is PullRequestOperation.Created or PullRequestOperation.Updated && Operation != PullRequestOperation.Created ? earlier.Operation : Operation,
        Problems = [.. earlier.Problems, .. Problems],
    };
}
