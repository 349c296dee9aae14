using NodaTime;

namespace PostmortemAction.Core.Plans;

/// <summary>The incident's pull request as it is.</summary>
/// <param name="IsOurs">Whether we opened it; what a person opened from our branch we only read.</param>
/// <param name="Head">The last commit of its branch, also when the branch is gone.</param>
public sealed record ExistingPullRequest(int Number, PullRequestState State, bool IsOurs, string Title, string Body, Instant? ClosedAt, string Head)
{
    /// <summary>What we noted in its body when we last wrote it; null when somebody took that out.</summary>
    public Marker? Marker => IsOurs && Plans.Marker.TryFind(Body, Plans.Marker.PullRequest, out var marker) ? marker : null;
}
