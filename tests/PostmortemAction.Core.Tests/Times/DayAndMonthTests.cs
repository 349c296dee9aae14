using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

/// <summary>A day and a month without a year.</summary>
public class DayAndMonthTests
{
    private static readonly IncidentRecord Tuesday = Records.Incident with { CreatedAt = Records.At("2026-03-10T09:05:00Z"), Events = [] };

    [Theory]
    [InlineData("30.05. 11:00 a")]
    [InlineData("- 30.05. 11:00 a")]
    [InlineData("- 30.5., 11:00 - a")]
    [InlineData("- 30/05 11:00 a")]
    [InlineData("05/30 11:00 a")]
    [InlineData("30.05 11:00 a")]
    [InlineData("- Fri 30 May 11:00 a")]
    [InlineData("Friday, 30.05. at 11:00 a")]
    [InlineData("| Date | Time | What |\n| --- | --- | --- |\n| 30.05. | 11:00 | a |")]
    public void A_day_and_month_before_a_clock_are_the_entrys_day(string timeline) =>
        Assert.Equal(["2025-05-30 11:00 a"], Told(Assemble(("Started", "2025-05-05 10:00 UTC"), ("Timeline", timeline))));

    [Fact]
    public void Bare_lines_with_day_and_month_are_entries_with_their_kinds() =>
        Assert.Equal(
            ["2025-05-30 11:00 looked", "2025-06-01 14:00 it was me", "2025-06-02 09:00 done"],
            Told(Assemble(("Started", "2025-05-30 10:00 UTC"), ("Timeline", "30.05. 11:00 looked\n1.6. 14:00 Escalation: it was me\nMon 2 Jun 09:00 done"))));

    [Fact]
    public void One_date_that_leaves_no_choice_settles_those_without_a_year_too() =>
        Assert.Equal(
            ["2025-05-30 11:00 a", "2025-06-01 14:00 b"],
            Told(Assemble(("Started", "2025-05-30 10:00 UTC"), ("Timeline", "- 30/05 11:00 a\n- 01/06 14:00 b"))));

    [Fact]
    public void A_date_of_which_either_number_may_be_the_month_is_no_date_and_said_once()
    {
        var postmortem = Assemble(("Started", "2025-05-05 10:00 UTC"), ("Timeline", "- 05/06 11:00 a\n- 05/06 11:05 b"));

        Assert.Equal([" 05/06 11:00 a", " 05/06 11:05 b"], Told(postmortem));
        Assert.Contains("`05/06 11:00`", Assert.Single(postmortem.Problems, problem => problem.Code == "date-ambiguous").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_comment_it_is_said_too() =>
        Assert.Contains(
            Records.Assemble(Tuesday with { Comments = [Records.Comment("05/04/2026 08:00 a", "2026-03-10T09:30:00Z")] }).Problems,
            problem => problem.Code == "date-ambiguous");

    [Fact]
    public void A_day_shortly_before_the_start_is_not_moved_to_the_next_year() =>
        Assert.Equal(["2025-05-04 11:00 a"], Told(Assemble(("Started", "2025-05-05 10:00 UTC"), ("Timeline", "4.5. 11:00 a"))));

    [Theory]
    [InlineData("1.6. ")]
    [InlineData("1.6. 10:00 ")]
    [InlineData("1/6 10:00 ")]
    public void A_long_text_costs_no_more_than_it_is_long(string part)
    {
        Growth.IsLinear(length => Growth.Heap(part, length), text => TimeScanner.All(text));
        Growth.IsLinear(length => Growth.Heap(part, length), text => DateOrder.Settle(text, daysFirst: true));
    }

    private static Postmortem Assemble(params (string Label, string Value)[] fields) => Records.Assemble(Tuesday with { Body = Records.Body(fields) });

    private static List<string> Told(Postmortem postmortem) =>
        [.. postmortem.Timeline.Select(entry => $"{entry.At?.Describe().Replace(" UTC", "", StringComparison.Ordinal)} {entry.Text}")];
}
