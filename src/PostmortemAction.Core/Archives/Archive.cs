using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>The documents of a folder, newest first, and what is to be said of them: the same in whatever order they were read.</summary>
public sealed record Archive
{
    private readonly IReadOnlyList<Problem> unread;

    private Archive(IReadOnlyList<ArchiveRow> rows, IReadOnlyList<Problem> problems, IReadOnlyList<Problem> unread, IReadOnlyList<ArchiveFollowUp> followUps) =>
        (Rows, Problems, this.unread, FollowUps) = (rows, problems, unread, followUps);

    public IReadOnlyList<ArchiveRow> Rows { get; }

    /// <summary>Of files that could not be read, of documents, and of documents that do not go together; by path.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The follow-up issues, as far as they are known, by number; also those of postmortems that are not published yet.</summary>
    public IReadOnlyList<ArchiveFollowUp> FollowUps { get; }

    /// <summary>The day from which on documents are in it; null for all.</summary>
    public LocalDate? Since { get; private init; }

    /// <summary>How many documents are older than <see cref="Since"/>, or have no date to tell.</summary>
    public int LeftOut { get; private init; }

    /// <summary>How many documents are still to be read.</summary>
    public int Unread { get; init; }

    /// <param name="unread">What is to be said of files that gave no row.</param>
    /// <param name="followUps">The follow-up issues, as far as they are known.</param>
    public static Archive Of(IEnumerable<ArchiveRow> rows, IEnumerable<Problem> unread, IEnumerable<ArchiveFollowUp>? followUps = null)
    {
        var known = (followUps ?? []).ToDictionary(followUp => followUp.Number);
        var ordered = rows.Select(row => row.With(known)).OrderByDescending(row => row.Date ?? LocalDate.MinIsoValue).ThenBy(row => row.Path, StringComparer.Ordinal).ToList();
        IReadOnlyList<Problem> kept = [.. unread];
        var problems = kept.Concat(ordered.SelectMany(row => row.Problems)).Concat(Twice(ordered))
            .OrderBy(problem => problem.Place, StringComparer.Ordinal).ThenBy(problem => problem.Code, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal);
        return new(ordered, [.. problems], kept, [.. known.Values.OrderBy(followUp => followUp.Number)]);
    }

    /// <summary>The documents of that day and later; of files that could not be read nobody knows their day, so they stay told.</summary>
    public Archive From(LocalDate since)
    {
        var rows = Rows.Where(row => row.Date >= since).ToList();
        var linked = rows.SelectMany(row => row.FollowUpIssues).ToHashSet();
        return Of(rows, unread, FollowUps.Where(followUp => linked.Contains(followUp.Number))) with { Since = since, LeftOut = Rows.Count - rows.Count };
    }

    private static IEnumerable<Problem> Twice(List<ArchiveRow> rows) =>
        rows.Where(row => row.Incident is not null).GroupBy(row => row.Incident!.Value).Where(group => group.Count() > 1).Select(group => Problem.Warning(
            "incident-twice",
            string.Create(CultureInfo.InvariantCulture, $"{group.Count()} documents say that they are of incident {group.Key}, and each of them counts."),
            "Correct `incident` in the metadata of the wrong one, or delete the file that is out of date.",
            string.Join(", ", group.Select(row => row.Path).Order(StringComparer.Ordinal))));
}
