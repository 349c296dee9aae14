using NodaTime.Text;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Archives;

/// <summary>The archive as JSON: snake case; absent means null, and <c>unknown</c> says why.</summary>
public static class ArchiveJson
{
    public static string Of(Archive archive)
    {
        var statistics = ArchiveStatistics.Of(archive);
        return PostmortemJson.Write(new Dictionary<string, object?>
        {
            ["since"] = archive.Since is { } since ? LocalDatePattern.Iso.Format(since) : null,
            ["left_out"] = archive.LeftOut,
            ["documents"] = archive.Rows.Select(row => (object?)Of(row)).ToList(),
            ["statistics"] = new Dictionary<string, object?>
            {
                ["incidents_by_month"] = statistics.Months.Select(month => (object?)new Dictionary<string, object?>
                {
                    ["month"] = YearMonthPattern.Iso.Format(month.Month),
                    ["total"] = month.Total,
                    ["by_severity"] = statistics.Severities.Zip(month.Counts).ToDictionary(each => each.First, each => (object?)each.Second),
                }).ToList(),
                ["duration_by_quarter"] = statistics.Durations.Select(sample => (object?)Of(sample)).ToList(),
                ["time_to_detect_by_quarter"] = statistics.Detections.Select(sample => (object?)Of(sample)).ToList(),
                ["open_follow_ups_by_age"] = statistics.OpenFollowUps is not { } ages ? null : new Dictionary<string, object?>
                {
                    ["on"] = LocalDatePattern.Iso.Format(ages.Day),
                    ["total"] = ages.Total,
                    ["counts"] = FollowUpAges.Names.Zip(ages.Counts).ToDictionary(each => each.First, each => (object?)each.Second),
                },
                ["not_counted"] = statistics.Excluded.Select(each => (object?)new Dictionary<string, object?>
                {
                    ["statistic"] = each.Statistic,
                    ["reason"] = each.Reason,
                    ["paths"] = each.Paths,
                }).ToList(),
                ["definitions"] = ArchiveStatistics.Definitions.ToDictionary(each => each.Term, each => (object?)each.Meaning),
            },
            ["problems"] = archive.Problems.Select(problem => (object?)PostmortemModel.Of(problem)).ToList(),
        });
    }

    private static Dictionary<string, object?> Of(ArchiveRow row) => new()
    {
        ["path"] = row.Path,
        ["incident"] = row.Incident,
        ["date"] = row.Date is { } date ? LocalDatePattern.Iso.Format(date) : null,
        ["title"] = row.Title,
        ["severity"] = row.Severity,
        ["services"] = row.Services,
        ["duration_minutes"] = row.DurationMinutes,
        ["time_to_detect_minutes"] = row.DetectMinutes,
        ["users_affected_percent"] = row.UsersAffectedPercent,
        ["follow_ups"] = row.FollowUps,
        ["follow_ups_open"] = row.Open,
        ["follow_ups_done"] = row.Done,
        ["follow_ups_dropped"] = row.Done is null ? null : row.Dropped,
        ["unknown"] = row.Gaps.Select(gap => (object?)new Dictionary<string, object?> { ["column"] = gap.Column, ["reason"] = gap.Reason }).ToList(),
    };

    private static Dictionary<string, object?> Of(Sample sample) => new()
    {
        ["quarter"] = sample.Quarter.ToString(),
        ["n"] = sample.Count,
        ["median_minutes"] = sample.Median,
        ["p90_minutes"] = sample.Ninety,
        ["minutes"] = sample.Median is null ? sample.Points.Select(point => (object?)point).ToList() : null,
    };
}
