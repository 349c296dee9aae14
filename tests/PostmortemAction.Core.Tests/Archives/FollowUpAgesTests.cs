using NodaTime;
using PostmortemAction.Core.Archives;

namespace PostmortemAction.Core.Tests.Archives;

public class FollowUpAgesTests
{
    private static readonly LocalDate Newest = new(2024, 4, 14);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(14, 0)]
    [InlineData(15, 1)]
    [InlineData(30, 1)]
    [InlineData(31, 2)]
    [InlineData(90, 2)]
    [InlineData(91, 3)]
    public void An_open_follow_up_counts_by_the_days_from_its_creation_to_the_newest_date_of_the_data(int days, int bucket)
    {
        var ages = Ages(Open(1, days))!;

        Assert.Equal((Newest, 1, 1), (ages.Day, ages.Total, ages.Counts[bucket]));
    }

    [Fact]
    public void A_closing_is_a_date_of_the_data_too_and_what_is_closed_is_not_counted()
    {
        var ages = Ages(Open(1, 10), new(2, FollowUpState.Completed, At(20), At(-10), null, null), new(3, FollowUpState.Gone, null, null, null, null))!;

        Assert.Equal((Newest.PlusDays(10), 1, 1), (ages.Day, ages.Total, ages.Counts[1]));
    }

    [Fact]
    public void A_document_of_the_future_moves_no_day() =>
        Assert.Equal(Newest, FollowUpAges.Of(Archive.Of([Documents.Read(Documents.Text()), Documents.Read(Documents.Text("2042-04-14"), "b.md")], [], [Open(1, 3)]))!.Day);

    [Fact]
    public void Where_none_is_known_to_be_open_nothing_is_said()
    {
        Assert.Null(Ages());
        Assert.DoesNotContain("Age of open follow-ups\n", Index(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_has_the_figures_and_of_five_and_more_a_chart()
    {
        var (few, many) = (Index([.. Enumerable.Range(1, 4).Select(i => Open(i, 3))]), Index([.. Enumerable.Range(1, 5).Select(i => Open(i, 20 * i))]));

        Assert.Contains("### Age of open follow-ups\n\n| On 2024-04-14 | up to 14 days | 15 to 30 days | 31 to 90 days | over 90 days |\n| --- | --- | --- | --- | --- |\n| 4 open | 4 | 0 | 0 | 0 |\n", few, StringComparison.Ordinal);
        Assert.Contains("| 5 open | 0 | 1 | 3 | 1 |", many, StringComparison.Ordinal);
        Assert.Contains("    y-axis \"follow-ups\" 0 --> 3\n    bar [0, 1, 3, 1]\n```", many, StringComparison.Ordinal);
        Assert.DoesNotContain("Open follow-ups by age", few, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_documents_since_a_day_only_their_follow_ups_count()
    {
        var linking = Documents.Text(more: "## Tasks\n\n- [#1](https://github.com/acme/shop/issues/1) Add an alert\n");

        var archive = Archive.Of([Documents.Read(linking), Documents.Read(Documents.Text("2023-01-01"), "old.md")], [], [Open(1, 3), Open(2, 3)]);

        Assert.Equal(1, FollowUpAges.Of(archive.From(new(2024, 1, 1)))!.Total);
    }

    private static FollowUpAges? Ages(params ArchiveFollowUp[] followUps) => FollowUpAges.Of(With(followUps));

    private static string Index(params ArchiveFollowUp[] followUps) => ArchiveIndex.Of(With(followUps));

    private static Archive With(ArchiveFollowUp[] followUps) => Archive.Of([Documents.Read(Documents.Text())], [], followUps);

    private static ArchiveFollowUp Open(int number, int days) => new(number, FollowUpState.Open, At(days), null, null, null);

    private static Instant At(int daysBefore) => Newest.PlusDays(-daysBefore).AtMidnight().InUtc().ToInstant();
}
