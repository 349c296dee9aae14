using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Hosting;

/// <summary>What was read for the repository as a whole.</summary>
/// <param name="Archive">Null where there is no archive to index.</param>
/// <param name="ReadmePath">Where the index goes, from the repository's root; beside it <paramref name="DataPath"/>.</param>
/// <param name="Problems">Of the index's own files.</param>
public sealed record RepositoryReading(
    LedgerHead Head, RepositoryState State, IndexedArchive? Archive, string ReadmePath, string DataPath, IReadOnlyList<Problem> Problems)
{
    /// <summary>The follow-ups that are open; null where they were not asked for.</summary>
    public IReadOnlyList<TrackedFollowUp>? Open { get; init; }
}
