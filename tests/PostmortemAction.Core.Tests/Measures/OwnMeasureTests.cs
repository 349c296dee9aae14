using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Measures;

public class OwnMeasureTests
{
    private static readonly string Body = Records.Body(
        ("Started", "2024-04-14 10:00 UTC"), ("Detected", "10:04"), ("Resolved", "12:00"), ("Users affected", "75%"),
        ("Timeline", "10:04 Detection: the pager\n10:09 Investigation: logs"));

    [Fact]
    public void A_measure_of_the_teams_own_prints_its_line_as_the_formula()
    {
        var settings = new RunSettings { Measures = [MeasureFormula.Parse("time_to_page", "acknowledged_at - started_at")!] };

        var measure = Records.Assemble(Records.Incident with { Body = Body }, settings).Measure("time_to_page");

        Assert.Equal(("Time to page", 9, "acknowledged_at - started_at"), (measure.Title, measure.Minutes, measure.Formula));
    }

    [Theory]
    [InlineData("time_to_page", "acknowledged_at")]
    [InlineData("time_to_page", "acknowledged_at - yesterday")]
    [InlineData("time_to_page", "started_at - started_at")]
    [InlineData("time_to_page", "resolved_at - detected_at - started_at")]
    [InlineData("Time to page", "acknowledged_at - started_at")]
    [InlineData("", "acknowledged_at - started_at")]
    public void What_is_no_difference_of_two_moments_is_no_measure(string name, string formula) => Assert.Null(MeasureFormula.Parse(name, formula));

    [Fact]
    public void Full_outage_minutes_are_the_duration_by_the_share_of_users() =>
        Assert.Equal(
            [new ImpactMeasure("Full-outage minutes", "90 min", "`users_affected_percent x duration` = 75 % x 120 min")],
            Records.Assemble(Records.Incident with { Body = Body }).ImpactMeasures);

    [Fact]
    public void The_share_of_the_error_budget_that_was_burned_shows_what_it_was_computed_from() =>
        Assert.Equal(
            new("Error budget burned", "208.3 %", "`full-outage minutes / budget` = 90 min / 43.2 min, the budget of 99.9 % in 30 d"),
            Records.Assemble(Records.Incident with { Body = Body }, new() { Promise = new(99.9m, 30) }).ImpactMeasures[1]);

    [Fact]
    public void Without_a_share_of_users_the_impact_has_no_figure() =>
        Assert.Empty(Records.Assemble(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "12:00")).ImpactMeasures);
}
