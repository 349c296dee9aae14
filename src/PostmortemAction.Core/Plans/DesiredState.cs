using NodaTime;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Plans;

/// <summary>What GitHub should hold for one incident. Texts may carry <see cref="LateReference"/>s.</summary>
/// <param name="Path">The document's path.</param>
/// <param name="Document">The document's text.</param>
/// <param name="PullRequestBlock">Our part of the pull request's body.</param>
/// <param name="StatusBlock">Our part of the status comment.</param>
/// <param name="IsReopened">Whether somebody who may asked to go on with a pull request that was closed without merging.</param>
public sealed record DesiredState(
    int Incident,
    PostmortemBranch Branch,
    string Path,
    string Document,
    string PullRequestTitle,
    string PullRequestBlock,
    IReadOnlyList<DesiredFollowUp> FollowUps,
    string StatusBlock,
    bool IsReopened)
{
    /// <summary>Where follow-ups may be made beside the incident's own repository.</summary>
    public RepositoryList Repositories { get; init; } = RepositoryList.None;

    /// <summary>When the postmortem should be published; null where nobody chose.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Where somebody said that no postmortem is needed; null where one is.</summary>
    public string? SkippedBy { get; init; }

    /// <summary>Whether the incident is to be closed once its postmortem is merged.</summary>
    public bool ClosesIncident { get; init; }

    public const string PublishedLabel = "postmortem-published";
    public const string PostmortemLabel = "postmortem";
    public const string FollowUpLabel = "follow-up";
}
