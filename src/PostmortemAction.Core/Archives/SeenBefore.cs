using NodaTime;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// Which incidents before this one were like it: the same service, and similar words in title and cause. A word weighs the more the fewer
/// documents have it (https://en.wikipedia.org/wiki/Tf-idf); the score is the cosine between both. Only what began before counts, also in the
/// weights, so what happens later changes nothing.
/// </summary>
public static class SeenBefore
{
    public const int Most = 3;

    /// <summary>In hundredths. People tell the same cause in different words: of real documents those alike have 0.07 to 0.19, the others at most 0.13.</summary>
    public const int LeastScore = 15;

    /// <param name="directory">The archive's folder.</param>
    /// <returns>The most alike first.</returns>
    public static IReadOnlyList<EarlierIncident> Of(Postmortem postmortem, ArchiveCache archive, string directory)
    {
        var incident = postmortem.Incident;
        if (archive.Documents.Count == 0 || Began(postmortem) is not { } began)
        {
            return [];
        }

        var day = postmortem.Milestones.Started?.Moment.Date ?? began.InZone(incident.Zone).Date;
        var earlier = archive.Documents.Select(document => document.Row).OfType<ArchiveRow>()
            .Where(row => row.Date < day && row.Incident != incident.Record.Number && !ArchivePath.IsStrange(row.Path)).ToList();
        var (terms, services) = (CauseTerms.Of(incident.Title, incident.RootCause), Names(incident.Services));
        var weights = Weights([terms, .. earlier.Select(row => row.Terms)]);
        var followUps = archive.FollowUps.ToDictionary(followUp => followUp.Number);
        return
        [
            .. earlier.Where(row => Names(row.Services).Overlaps(services))
                .Select(row => (Row: row, Score: Score(terms, row.Terms, weights)))
                .Where(each => each.Score >= LeastScore)
                .OrderByDescending(each => each.Score).ThenByDescending(each => each.Row.Date).ThenBy(each => each.Row.Path, StringComparer.Ordinal)
                .Take(Most)
                .Select(each => new EarlierIncident(
                    $"{directory}/{each.Row.Path}", ArchiveCells.Title(each.Row), each.Row.Date!.Value, each.Score, StillOpen(each.Row, followUps, began))),
        ];
    }

    /// <summary>Where nobody says when it started, it had when it was filed.</summary>
    private static Instant? Began(Postmortem postmortem)
    {
        var started = postmortem.Milestones.Started?.Moment;
        return started?.Instant ?? (started?.Date is { } day ? started.Zone.AtStartOfDay(day).ToInstant() : postmortem.Incident.Record.CreatedAt);
    }

    private static HashSet<string> Names(IEnumerable<string> services) => [.. services.Select(PlainText.Fold)];

    private static Dictionary<string, double> Weights(List<IReadOnlyList<string>> documents) => documents.SelectMany(terms => terms)
        .GroupBy(term => term, StringComparer.Ordinal).ToDictionary(term => term.Key, term => Math.Log(1 + ((double)documents.Count / term.Count())), StringComparer.Ordinal);

    private static int Score(IReadOnlyList<string> mine, IReadOnlyList<string> theirs, Dictionary<string, double> weights)
    {
        var product = Squares(mine.Intersect(theirs, StringComparer.Ordinal));
        return product == 0 ? 0 : (int)Math.Round(100 * product / Math.Sqrt(Squares(mine) * Squares(theirs)));

        // In one order, for sums of fractions depend on theirs.
        double Squares(IEnumerable<string> terms) => terms.Order(StringComparer.Ordinal).Sum(term => weights[term] * weights[term]);
    }

    private static List<int> StillOpen(ArchiveRow row, Dictionary<int, ArchiveFollowUp> followUps, Instant began) =>
    [
        .. row.FollowUpIssues.Select(followUps.GetValueOrDefault).OfType<ArchiveFollowUp>()
            .Where(followUp => followUp.CreatedAt < began && (followUp.State == FollowUpState.Open || followUp.ClosedAt > began))
            .Select(followUp => followUp.Number).Order(),
    ];
}
