using NodaTime;

namespace PostmortemAction.Core.Records;

/// <summary>One item of GitHub's raw timeline that says something about the incident.</summary>
/// <param name="Event">GitHub's own name of the event, such as <c>labeled</c>; unknown names are skipped by the reading.</param>
/// <param name="Actor">Who did it; null for a deleted account.</param>
/// <param name="ActorMayWrite">Whether the actor has write permission; asked only where anybody can cause the event.</param>
/// <param name="Label">The label's name for <c>labeled</c> and <c>unlabeled</c>.</param>
/// <param name="Assignee">The account for <c>assigned</c> and <c>unassigned</c>.</param>
/// <param name="PullRequest">The pull request that mentions the incident, for <c>cross-referenced</c>.</param>
public sealed record EventRecord(
    string Event,
    string? Actor,
    bool ActorIsBot,
    Instant At,
    string Url,
    string? Label = null,
    string? Assignee = null,
    PullRequestReference? PullRequest = null,
    bool ActorMayWrite = true);
