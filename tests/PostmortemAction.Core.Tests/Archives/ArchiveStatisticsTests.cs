using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

public class ArchiveStatisticsTests
{
    [Theory]
    [InlineData(5, 3, 5)]
    [InlineData(6, 3, 6)]
    [InlineData(10, 5, 9)]
    [InlineData(11, 6, 10)]
    [InlineData(100, 50, 90)]
    public void Median_and_90th_percentile_are_figures_by_nearest_rank(int count, long median, long ninety)
    {
        var sample = Sample.Of(new(2024, 2), Enumerable.Range(1, count).Reverse().Select(each => (long)each));

        Assert.Equal((count, median, ninety), (sample.Count, sample.Median, sample.Ninety));
    }

    [Fact]
    public void Under_five_figures_there_is_no_median_but_the_figures()
    {
        var sample = Sample.Of(new(2024, 2), [40, 10, 30, 20]);

        Assert.Null(sample.Median);
        Assert.Null(sample.Ninety);
        Assert.Equal([10, 20, 30, 40], sample.Points);
    }

    [Fact]
    public void Incidents_are_counted_by_month_and_severity()
    {
        var statistics = ArchiveStatistics.Of(Documents.Archive(
            ("a.md", Documents.Text("2024-04-14", severity: "SEV2")),
            ("b.md", Documents.Text("2024-04-30", severity: "P1")),
            ("c.md", Documents.Text("2024-06-01", severity: "Red")),
            ("d.md", Documents.Text("2024-06-02", severity: "unknown"))));

        Assert.Equal(["SEV1", "SEV2", "Red", ArchiveStatistics.NotStated], statistics.Severities);
        Assert.Equal(["2024-04", "2024-06"], statistics.Months.Select(month => NodaTime.Text.YearMonthPattern.Iso.Format(month.Month)));
        Assert.Equal([1, 1, 0, 0], statistics.Months[0].Counts);
        Assert.Equal([0, 0, 1, 1], statistics.Months[1].Counts);
    }

    [Fact]
    public void Figures_are_told_by_the_quarter_of_the_start()
    {
        var statistics = ArchiveStatistics.Of(Documents.Archive(
            ("a.md", Documents.Text("2024-03-31", minutes: 10)), ("b.md", Documents.Text("2024-04-01", minutes: 20, detect: 7)), ("c.md", Documents.Text("2024-06-30", minutes: 30, detect: 6))));

        Assert.Equal(["2024 Q1: 10", "2024 Q2: 20, 30"], statistics.Durations.Select(sample => $"{sample.Quarter}: {string.Join(", ", sample.Points)}"));
        Assert.Equal(["2024 Q1: 5", "2024 Q2: 6, 7"], statistics.Detections.Select(sample => $"{sample.Quarter}: {string.Join(", ", sample.Points)}"));
    }

    [Fact]
    public void What_does_not_count_is_named_with_its_reason()
    {
        var statistics = ArchiveStatistics.Of(Documents.Archive(
            ("future.md", Documents.Text("2042-04-14")), ("undated.md", "# Slow\n\n## Root cause\n\nA typo.\n"), ("2024-04-14-short.md", "# Slow\n\n## Root cause\n\nA typo.\n")));

        Assert.Equal(
            [
                ("Incidents by month and all figures by quarter", "no date", "undated.md"),
                ("Incidents by month and all figures by quarter", "a date that has not come yet", "future.md"),
                ("Duration", "not known", "2024-04-14-short.md"),
                ("Time to detect", "not known", "2024-04-14-short.md"),
            ],
            statistics.Excluded.Select(each => (each.Statistic, each.Reason, Assert.Single(each.Paths))));
        Assert.Equal(1, statistics.Months.Sum(month => month.Total));
        Assert.Empty(statistics.Durations);
    }
}
