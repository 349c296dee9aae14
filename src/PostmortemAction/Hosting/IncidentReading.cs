using PostmortemAction.Core.Records;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>What was read for one incident.</summary>
/// <param name="Pulls">The pull requests of our branch, by whomever.</param>
/// <param name="Statuses">Our status comments.</param>
/// <param name="Timeline">GitHub's own timeline; it names the issues that mention the incident.</param>
public sealed record IncidentReading(
    LedgerHead Head,
    IncidentRecord Record,
    IReadOnlyList<PullRequest> Pulls,
    IReadOnlyList<Comment> Statuses,
    IReadOnlyList<TimelineItem> Timeline);
