namespace PostmortemAction.Core.Plans;

/// <summary>What GitHub should hold for one incident. Texts may carry <see cref="LateReference"/>s.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Document">The document's text.</param>
/// <param name="PullRequestBody">The part of the pull request's body that is ours.</param>
public sealed record DesiredState(
    int Incident,
    PostmortemBranch Branch,
    string Path,
    string Document,
    string CommitMessage,
    string PullRequestTitle,
    string PullRequestBody,
    IReadOnlyList<DesiredFollowUp> FollowUps,
    string StatusComment)
{
    public const string PostmortemLabel = "postmortem";
    public const string FollowUpLabel = "follow-up";
}
