using NodaTime;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>All that the archive's index is made of: what each file says, and how far the follow-ups are.</summary>
/// <param name="Problems">Of the files that were not read, by path, and of what was read instead of them.</param>
/// <param name="Unread">How many documents are still to be read; a later run goes on with them.</param>
public sealed record IndexedArchive(IReadOnlyList<ArchiveDocument> Documents, IReadOnlyList<Problem> Problems, IReadOnlyList<ArchiveFollowUp> FollowUps, int Unread)
{
    /// <summary>What has to be read, now that it is known what was read before: a file that holds the same bytes says the same.</summary>
    public static IReadOnlyList<ArchiveFile> Changed(ArchiveListing listing, ArchiveCache cache)
    {
        var known = cache.ByPath;
        return [.. listing.Documents.Where(file => known.GetValueOrDefault(file.Path)?.Blob != file.Blob)];
    }

    /// <param name="read">What was read of <see cref="Changed"/>, all or some.</param>
    /// <param name="followUps">As they are now.</param>
    public static IndexedArchive Of(ArchiveListing listing, ArchiveCache cache, IEnumerable<ArchiveDocument> read, IEnumerable<ArchiveFollowUp> followUps)
    {
        var (old, fresh) = (cache.ByPath, read.ToDictionary(document => document.Path));
        var documents = listing.Documents
            .Select(file => fresh.TryGetValue(file.Path, out var document) || old.TryGetValue(file.Path, out document) ? document.Blob == file.Blob ? document : null : null)
            .OfType<ArchiveDocument>().ToList();
        return new(documents, listing.Problems, [.. followUps.OrderBy(followUp => followUp.Number)], listing.Documents.Count - documents.Count);
    }

    public ArchiveCache Cache => new(Documents, FollowUps);

    /// <param name="today">A date that has not come yet counts in nothing.</param>
    public Archive On(LocalDate today) => Archive.Of(
        Documents.Select(document => document.Row).OfType<ArchiveRow>().Select(row => row.On(today)),
        Problems.Concat(Documents.SelectMany(document => document.Problems)),
        FollowUps) with
    { Unread = Unread };
}
