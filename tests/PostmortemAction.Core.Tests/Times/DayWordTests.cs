using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Times;

/// <summary>Days in words, in an incident that was filed on Tuesday, 10 March 2026, at 09:05 UTC.</summary>
public class DayWordTests
{
    private static readonly IncidentRecord Tuesday = Records.Incident with { CreatedAt = Records.At("2026-03-10T09:05:00Z"), Events = [] };

    [Theory]
    [InlineData("Monday 08:00 UTC", "Tuesday 09:00 UTC", 25 * 60)]
    [InlineData("Mon, 08:00 UTC", "Tue 09:00 UTC", 25 * 60)]
    [InlineData("Monday morning at 8:00 AM UTC", "09:00 UTC on Tuesday", 25 * 60)]
    [InlineData("yesterday 08:00 UTC", "today 08:30 UTC", 24 * 60 + 30)]
    [InlineData("08:00 UTC yesterday", "08:30 UTC, today", 24 * 60 + 30)]
    [InlineData("2026-03-10 08:00 UTC", "08:30 the next day", 24 * 60 + 30)]
    [InlineData("2026-03-10 08:00 UTC", "the following day at 08:30", 24 * 60 + 30)]
    [InlineData("2026-03-10 08:00 UTC", "next day 08:30", 24 * 60 + 30)]
    [InlineData("Sunday 08:00 UTC", "Wednesday 08:00 UTC", 72 * 60)]
    [InlineData("today 08:00 UTC", "tomorrow 08:00 UTC", 24 * 60)]
    [InlineData("Tuesday 08:00 UTC", "08:30 UTC", 30)]
    [InlineData("Tuesday 10:00 UTC", "2026-03-03 11:00 UTC", 60)]
    [InlineData("Monday, 9 March 2026, 08:00 UTC", "Tue 10 March 2026 09:00 UTC", 25 * 60)]
    public void A_day_in_words_is_the_day_that_it_means_at_the_filing(string started, string resolved, long minutes) =>
        Assert.Equal(minutes, Assemble(("Started", started), ("Resolved", resolved)).Measures[0].Minutes);

    [Theory]
    [InlineData("2 days ago, 08:00 UTC")]
    [InlineData("last Monday 08:00 UTC")]
    [InlineData("08:00 UTC, a week ago")]
    [InlineData("Monday, I think, 08:00 UTC")]
    [InlineData("08:00 UTC the next day")]
    public void A_day_in_words_that_is_not_understood_is_no_time_and_said(string started)
    {
        var postmortem = Assemble(("Started", started), ("Resolved", "2026-03-10 08:30 UTC"));

        Assert.Null(postmortem.Incident.Started);
        Assert.Contains(postmortem.Problems, problem => problem.Code == "time-unreadable");
    }

    [Theory]
    [InlineData("- Monday 08:00 a\n- Tuesday 09:00 b\n- 09:30 c")]
    [InlineData("- 2026-03-09 08:00 a\n- next day 09:00 b\n- 09:30 c")]
    [InlineData("- yesterday 08:00 a\n- today, 09:00 b\n- 09:30 c")]
    [InlineData("**Monday**\n\n- 08:00 a\n\n**Tuesday:**\n\n- 09:00 b\n- 09:30 c")]
    [InlineData("Mon 08:00 a\nTue 09:00 b\nTue 09:30 c")]
    [InlineData("- 2026-03-09 (Mon) 08:00 a\n- 10 March, Tuesday, 09:00 b\n- 2026-03-10 Tue 09:30 c")]
    [InlineData("- 08:00 a\n\nNext day:\n\n- 09:00 b\n- 09:30 c")]
    public void A_day_in_words_before_an_entry_is_its_day(string timeline) =>
        Assert.Equal(
            ["2026-03-09 08:00 a", "2026-03-10 09:00 b", "2026-03-10 09:30 c"],
            Told(Assemble(("Started", "2026-03-09 08:00 UTC"), ("Resolved", "2026-03-10 10:00 UTC"), ("Timeline", timeline))));

    [Fact]
    public void In_a_comment_a_weekday_is_the_last_one_and_yesterday_the_day_before_the_comment() =>
        Assert.Equal(
            ["2026-03-09 08:00 a", "2026-03-10 07:00 b"],
            Told(Records.Assemble(Tuesday with { Comments = [Records.Comment("Monday 08:00 a\n\nyesterday 07:00 b", "2026-03-11T09:00:00Z")] })));

    [Theory]
    [InlineData("10:00 Monday deploy went out", "Monday deploy went out")]
    [InlineData("10:00 today's deploy went out", "today's deploy went out")]
    [InlineData("10:00 Sun cluster restarted", "Sun cluster restarted")]
    public void A_day_in_words_behind_the_time_of_an_entry_may_be_a_word_of_it(string line, string text) =>
        Assert.Equal([$"2026-03-10 10:00 {text}"], Told(Assemble(("Started", "2026-03-10 09:00 UTC"), ("Timeline", line))));

    [Fact]
    public void Where_nothing_says_which_monday_the_entry_keeps_its_words_and_has_no_time() =>
        Assert.Equal(
            [" Monday 08:00 a", " Tuesday 09:00 b"],
            Told(Records.Assemble(new IncidentRecord(null, "", "## Timeline\n\n- Monday 08:00 a\n\nTuesday\n\n- 09:00 b", null, null, null, "file.md", [], Records.Form, [], []))));

    [Theory]
    [InlineData("- Start: Monday 08:00 UTC\n- End: Tuesday 09:00 UTC")]
    [InlineData("- Start: yesterday 08:00 UTC\n- End: today 09:00 UTC")]
    [InlineData("## Summary\n\nIt was down from Monday 08:00 to Tuesday 09:00 UTC.")]
    [InlineData("## Timeline\n\n- Monday 08:00 a\n- Tuesday 09:00 b")]
    public void In_a_bare_file_two_days_in_words_make_no_wrong_duration(string body) =>
        Assert.NotEqual(60, Records.Assemble(new IncidentRecord(null, "", body, null, null, null, "file.md", [], Records.Form, [], [])).Measures[0].Minutes);

    [Fact]
    public void A_span_in_prose_is_as_long_as_its_days_say() =>
        Assert.Equal(25 * 60, Records.Assemble(Tuesday with { Body = "## Summary\n\nIt was down from Monday 08:00 to Tuesday 09:00 UTC." }).Measures[0].Minutes);

    [Theory]
    [InlineData("Monday ")]
    [InlineData("the next day ")]
    [InlineData("Monday 10:00 ")]
    public void A_long_text_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => TimeScanner.All(text));

    private static Postmortem Assemble(params (string Label, string Value)[] fields) => Records.Assemble(Tuesday with { Body = Records.Body(fields) });

    private static List<string> Told(Postmortem postmortem) =>
        [.. postmortem.Timeline.Select(entry => $"{entry.At?.Describe().Replace(" UTC", "", StringComparison.Ordinal)} {entry.Text}")];
}
