using System.Globalization;
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

    /// <summary>From when on a follow-up issue may have changed; null where none is known. Whatever happened since has a later time.</summary>
    public static Instant? Since(ArchiveCache cache) => cache.FollowUps.SelectMany(followUp => (Instant?[])[followUp.CreatedAt, followUp.ClosedAt]).Max();

    /// <summary>The issues that documents link as follow-ups and of which nothing is known yet.</summary>
    public static IReadOnlyList<int> Unknown(IEnumerable<ArchiveDocument> documents, IEnumerable<ArchiveFollowUp> known)
    {
        var numbers = known.Select(followUp => followUp.Number).ToHashSet();
        return [.. documents.SelectMany(document => document.Row?.FollowUpIssues ?? []).Where(number => !numbers.Contains(number)).Distinct().Order()];
    }

    /// <param name="today">A date that has not come yet counts in nothing.</param>
    public Archive On(LocalDate today) => Archive.Of(
        Documents.Select(document => document.Row).OfType<ArchiveRow>().Select(row => row.On(today)),
        Problems.Concat(Documents.SelectMany(document => document.Problems)).Concat(Gone()),
        FollowUps) with
    { Unread = Unread };

    private IEnumerable<Problem> Gone()
    {
        var gone = FollowUps.Where(followUp => followUp.State == FollowUpState.Gone).Select(followUp => followUp.Number).ToHashSet();
        return gone.Count == 0 ? [] :
            from document in Documents
            from number in document.Row?.FollowUpIssues ?? []
            where gone.Contains(number)
            select Problem.Warning(
                "follow-up-gone",
                string.Create(CultureInfo.InvariantCulture, $"Its follow-up {number} is not in this repository any more: it was deleted, transferred, or made a discussion."),
                "Link where it is now, or take its line out.",
                document.Path);
    }
}
