namespace PostmortemAction.Core.Plans;

/// <summary>The incident's pull request as it is.</summary>
public sealed record ExistingPullRequest(int Number, PullRequestState State, string Body)
{
    /// <summary>What we noted in its body when we last wrote it; null when somebody took that out.</summary>
    public Marker? Marker => Plans.Marker.TryFind(Body, Plans.Marker.PullRequest, out var marker) ? marker : null;
}
