using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Tests.Measures;

public class MeasureTests
{
    private static readonly (string, string)[] Times =
    [
        ("Started", "2024-04-14 10:00 UTC"), ("Detected", "10:04"), ("Resolved", "12:00"),
        ("Timeline", "10:04 Detection: the pager\n10:09 Investigation: logs\n11:30 Mitigation: rolled back"),
    ];

    [Theory]
    [InlineData("duration", 120, "resolved_at - started_at")]
    [InlineData("time_to_detect", 4, "detected_at - started_at")]
    [InlineData("time_to_acknowledge", 5, "acknowledged_at - detected_at")]
    [InlineData("time_to_mitigate", 86, "mitigated_at - detected_at")]
    [InlineData("time_to_resolve", 116, "resolved_at - detected_at")]
    public void A_measure_is_the_difference_of_two_moments_and_shows_its_formula(string name, long minutes, string formula)
    {
        var measure = Records.Assemble(Times).Measure(name);

        Assert.Equal((minutes, formula, null), (measure.Minutes, measure.Formula, measure.UnknownBecause));
        Assert.NotNull(measure.From);
        Assert.NotNull(measure.To);
    }

    [Fact]
    public void The_basis_is_the_weaker_of_both_ends()
    {
        Assert.Equal(MilestoneBasis.Stated, Records.Assemble(Times).Measure("duration").Basis);
        Assert.Equal(MilestoneBasis.Timeline, Records.Assemble(Times).Measure("time_to_mitigate").Basis);
        Assert.Equal(MilestoneBasis.Label, Records.Assemble(Times[0]).Measure("duration").Basis);
    }

    [Fact]
    public void The_end_is_the_forms_else_the_entry_that_says_resolved_else_the_labels()
    {
        var entry = ("Timeline", "11:50 everything is back to normal");

        Assert.Equal(120, Records.Assemble(Times[0], Times[2], entry).Measure("duration").Minutes);
        Assert.Equal(110, Records.Assemble(Times[0], entry).Measure("duration").Minutes);
        Assert.Equal(124, Records.Assemble(Times[0]).Measure("duration").Minutes);
    }

    [Fact]
    public void A_label_that_was_taken_off_ends_nothing()
    {
        var record = Records.Incident with
        {
            Body = Records.Body(Times[0]),
            Events = [.. Records.Incident.Events, Records.Label("resolved", "2024-04-14T13:00:00Z") with { Event = "unlabeled" }],
        };

        Assert.Null(Records.Assemble(record).Milestones.Resolved);
        Assert.Null(Records.Assemble(record).Measure("duration").Minutes);
        Assert.Equal(240, Records.Assemble(record with { Events = [.. record.Events, Records.Label("resolved", "2024-04-14T14:00:00Z")] }).Measure("duration").Minutes);
    }

    [Fact]
    public void The_last_entry_of_a_story_ends_no_incident_that_was_opened_again() =>
        Assert.Null(Records.Assemble(Records.Incident with
        {
            Form = Core.Forms.FormDefinition.None,
            Body = "## Timeline\n\n- 10:00 it begins\n- 11:00 it goes on",
            Events = [.. Records.Incident.Events, Records.Label("resolved", "2024-04-14T13:00:00Z") with { Event = "unlabeled" }],
        }).Milestones.Resolved);

    [Theory]
    [InlineData("9 years", false)]
    [InlineData("87601 hours", false)]
    [InlineData("4100 days", true)]
    [InlineData("99999999999999999999999999 hours", true)]
    public void A_stated_duration_of_more_than_ten_years_is_not_known_and_a_problem(string duration, bool isTooLong)
    {
        var postmortem = Records.Assemble(Records.Incident with { Form = Core.Forms.FormDefinition.None, Body = $"## Summary\n\nDuration: {duration}", Events = [] });

        Assert.Equal(isTooLong, postmortem.Problems.Any(problem => problem.Code == "duration-too-long"));
        Assert.True(postmortem.Measure("duration") is { Minutes: null, UnknownBecause: not null } or { Minutes: > 0 and < 5_300_000 });
    }

    [Fact]
    public void What_is_missing_gives_the_reason_and_never_zero()
    {
        var measure = Records.Assemble(("Detected", "2024-04-14 10:04 UTC")).Measure("duration");

        Assert.Null(measure.Minutes);
        Assert.StartsWith("`started_at` is not known", measure.UnknownBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_measure_is_not_known_and_a_problem()
    {
        var postmortem = Records.Assemble(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "2024-04-14 09:00 UTC"));

        Assert.Null(postmortem.Measure("duration").Minutes);
        Assert.Contains(postmortem.Problems, problem => problem.Code == "negative-measure");
    }

    [Fact]
    public void Time_on_misleading_paths_runs_to_the_next_entry_that_is_none() =>
        Assert.Equal(
            35,
            Records.Assemble(
                ("Started", "2024-04-14 10:00 UTC"),
                ("Timeline", "10:05 Misleading path: database\n10:20 Misleading path: network\n10:30 the log\n11:00 Misleading path: moon\n11:10 the fix")).Measure("time_on_misleading_paths").Minutes);

    [Fact]
    public void A_misleading_path_that_nothing_follows_has_no_length() =>
        Assert.Null(Records.Assemble(("Started", "2024-04-14 10:00 UTC"), ("Timeline", "10:05 Misleading path: database")).Measure("time_on_misleading_paths").Minutes);

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(59, "59 min")]
    [InlineData(120, "120 min (2 h)")]
    [InlineData(1530, "1530 min (1 d 1 h 30 min)")]
    [InlineData(5480, "5480 min (3 d 19 h 20 min)")]
    public void A_span_for_people_never_drops_its_days(long minutes, string expected) =>
        Assert.Equal(expected, Core.Text.Durations.Describe(minutes));
}
