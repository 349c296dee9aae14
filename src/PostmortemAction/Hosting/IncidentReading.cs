using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Records;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>What was read for one incident.</summary>
/// <param name="NodeId">The incident in GraphQL.</param>
/// <param name="Pulls">The pull requests of our branch, by whomever.</param>
/// <param name="Statuses">Our status comments.</param>
/// <param name="Said">Tells whether anything was said since: see <see cref="Ledger.Said"/>.</param>
/// <param name="Writers">Who of those that spoke may write.</param>
/// <param name="Document">The document in the open pull request, where its place was known beforehand.</param>
/// <param name="Ground">What folders of the default branch hold, those on a first document's likely way.</param>
/// <param name="Archive">What the index on the default branch says of earlier postmortems; nothing where none is to be written.</param>
/// <param name="Timeline">GitHub's own timeline; it names the issues that mention the incident.</param>
public sealed record IncidentReading(
    LedgerHead Head,
    IncidentRecord Record,
    string? NodeId,
    IReadOnlyList<PullRequest> Pulls,
    IReadOnlyList<Comment> Statuses,
    IReadOnlyList<TimelineItem> Timeline,
    string Said,
    IReadOnlySet<string> Writers,
    DocumentReading? Document,
    IReadOnlyDictionary<string, IReadOnlyList<TreeItem>> Ground,
    ArchiveCache Archive);
