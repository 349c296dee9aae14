using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Tests.Incidents;

public class UnknownZoneTests
{
    [Theory]
    [InlineData("MEZ", "+01:00")]
    [InlineData("MESZ", "+02:00")]
    [InlineData("SGT", "+08:00")]
    [InlineData("HKT", "+08:00")]
    [InlineData("NZST", "+12:00")]
    [InlineData("NZDT", "+13:00")]
    [InlineData("KST", "+09:00")]
    [InlineData("WIB", "+07:00")]
    [InlineData("BRT", "-03:00")]
    [InlineData("ACST", "+09:30")]
    [InlineData("AWST", "+08:00")]
    public void Abbreviations_of_one_zone_only_are_known(string name, string offset) =>
        Assert.EndsWith(offset, Records.Assemble(("Started", $"2024-04-14 10:00 {name}")).Incident.Started!.Describe(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-04-14 10:00 XYZT", "`XYZT`")]
    [InlineData("2024-04-14 10:00 (XYZT)", "`XYZT`")]
    [InlineData("10:00 XYZT on 2024-04-14", "`XYZT`")]
    [InlineData("2024-04-14 10:00 Berlin time", "`Berlin time`")]
    [InlineData("2024-04-14 10:00 New York Time", "`New York Time`")]
    [InlineData("2024-04-14 10:00 local time", "`local time`")]
    public void What_stands_for_a_zone_and_is_none_that_we_know_is_said(string started, string name)
    {
        var problem = Assert.Single(Records.Assemble(("Started", started)).Problems, problem => problem.Code.StartsWith("zone", StringComparison.Ordinal));

        Assert.Equal((ProblemLevel.Warning, "zone-unknown"), (problem.Level, problem.Code));
        Assert.Equal($"{name} is no zone that we know; the time was read as UTC.", problem.Message);
    }

    [Fact]
    public void Beside_a_zone_that_is_known_it_is_said_too() =>
        Assert.True(IsSaid(Records.Assemble(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "2024-04-14 12:00 XYZT"))));

    [Fact]
    public void In_a_timeline_a_word_behind_every_time_stands_for_a_zone() =>
        Assert.True(IsSaid(Records.Assemble(("Started", "2024-04-14 10:00"), ("Timeline", "- 10:00 XYZT a\n- 10:05 XYZT b"))));

    [Theory]
    [InlineData("- 10:00 DNS failed\n- 10:05 API down")]
    [InlineData("- 10:00 SRE paged\n- 10:05 nothing")]
    [InlineData("- 10:00 DNS failed")]
    [InlineData("- 10:00 Response time rose\n- 10:05 b")]
    public void A_word_in_capitals_behind_a_time_of_the_timeline_is_a_word(string timeline) =>
        Assert.False(IsSaid(Records.Assemble(("Started", "2024-04-14 10:00"), ("Timeline", timeline))));

    [Theory]
    [InlineData("2024-04-14 10:00 UTC")]
    [InlineData("2024-04-14 10:00 Pacific Time")]
    [InlineData("2024-04-14 10:00")]
    [InlineData("2024-04-14 10:00 DNS went away")]
    [InlineData("2024-04-14 10:00 AM")]
    [InlineData("2024-04-14 10:00 HRS")]
    public void Without_such_a_word_nothing_is_said(string started) => Assert.False(IsSaid(Records.Assemble(("Started", started))));

    [Theory]
    [InlineData("10:00 XYZT\n")]
    [InlineData("10:00 Berlin time, ")]
    public void A_long_text_costs_no_more_than_it_is_long(string part) =>
        Growth.IsLinear(length => Growth.Heap(part, length), text => TimeScanner.UnknownZones(text));

    private static bool IsSaid(Postmortem postmortem) => postmortem.Problems.Any(problem => problem.Code == "zone-unknown");
}
