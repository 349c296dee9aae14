namespace PostmortemAction.Core.Archives;

/// <summary>What the documents say together. Small numbers stay what they are, and what does not count is named.</summary>
/// <param name="Severities">In the order of their gravity, then a team's own words; the last one may be <see cref="NotStated"/>.</param>
/// <param name="Months">Months with incidents, the oldest first.</param>
/// <param name="Durations">In minutes, by quarter of the date, the oldest first.</param>
/// <param name="Detections">Times to detect in minutes, by quarter of the date, the oldest first.</param>
public sealed record ArchiveStatistics(
    IReadOnlyList<string> Severities,
    IReadOnlyList<SeverityCount> Months,
    IReadOnlyList<Sample> Durations,
    IReadOnlyList<Sample> Detections,
    IReadOnlyList<Exclusion> Excluded)
{
    /// <summary>Null where no follow-up is known to be open.</summary>
    public FollowUpAges? OpenFollowUps { get; init; }

    /// <summary>Where a document states no severity.</summary>
    public const string NotStated = "not stated";

    private const string ByMonth = "Incidents by month";

    /// <summary>What each figure means, for whoever reads it.</summary>
    public static IReadOnlyList<(string Term, string Meaning)> Definitions { get; } =
    [
        ("Date", "the day on which the incident started, in the zone that the document states; where it states no start, the date in the file's name."),
        ("Duration", "`resolved_at - started_at`; where one of the two is missing, the duration that the document states."),
        ("Time to detect", "`detected_at - started_at`."),
        ("Median, 90th percentile", "by nearest rank: of n figures in their order, the one at place n x 50 % or n x 90 %, rounded up. Always a figure of a document, never one between two."),
        ("n", "how many documents of the quarter state the figure. Under 5 the figures themselves stand there: no trend can be read from so few."),
        ("Follow-ups", "the tasks that the document names. Open, done and dropped (closed as not planned) are the states of their issues where `index.json` knows them, else the boxes to tick, as it was left."),
        ("Age of open follow-ups", "the days from the creation of a follow-up issue to the newest date that is known here, of an incident or a follow-up; it changes only when something happens. Issues of postmortems that are not published yet count too."),
        ("–", "the document does not say. Never zero; the reason stands below the table."),
    ];

    public static ArchiveStatistics Of(Archive archive)
    {
        var counted = archive.Rows.Where(row => row is { Date: not null, IsInFuture: false }).ToList();
        var severities = counted.Select(Name).Distinct(StringComparer.Ordinal).OrderBy(Order).ThenBy(name => name, StringComparer.Ordinal).ToList();
        var months = counted.GroupBy(row => row.Date!.Value.ToYearMonth()).OrderBy(month => month.Key)
            .Select(month => new SeverityCount(month.Key, [.. severities.Select(severity => month.Count(row => Name(row) == severity))])).ToList();
        return new(severities, months, Samples(counted, row => row.DurationMinutes), Samples(counted, row => row.DetectMinutes), [.. Excludes(archive, counted)]) { OpenFollowUps = FollowUpAges.Of(archive) };
    }

    private static List<Sample> Samples(List<ArchiveRow> rows, Func<ArchiveRow, long?> figure) =>
        [.. rows.Where(row => figure(row) is not null).GroupBy(row => Quarter.Of(row.Date!.Value)).OrderBy(quarter => quarter.Key.Index)
            .Select(quarter => Sample.Of(quarter.Key, quarter.Select(row => figure(row)!.Value)))];

    private static IEnumerable<Exclusion> Excludes(Archive archive, List<ArchiveRow> counted)
    {
        (string Statistic, string Reason, IEnumerable<ArchiveRow> Rows)[] all =
        [
            ($"{ByMonth} and all figures by quarter", "no date", archive.Rows.Where(row => row.Date is null)),
            ($"{ByMonth} and all figures by quarter", "a date that has not come yet", archive.Rows.Where(row => row.IsInFuture)),
            (ArchiveColumns.Duration, "not known", counted.Where(row => row.DurationMinutes is null)),
            (ArchiveColumns.Detect, "not known", counted.Where(row => row.DetectMinutes is null)),
        ];
        return all.Select(each => new Exclusion(each.Statistic, each.Reason, [.. each.Rows.Select(row => row.Path)])).Where(each => each.Paths.Count > 0);
    }

    private static string Name(ArchiveRow row) => row.Severity ?? NotStated;

    private static int Order(string severity) => severity == NotStated ? 2 : severity is ['S', 'E', 'V', >= '0' and <= '9'] ? 0 : 1;
}
