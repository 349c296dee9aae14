using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Tests.Incidents;

public class IncidentReaderTests
{
    [Theory]
    [InlineData("SEV2", "SEV2")]
    [InlineData("SEV1 (everything is down)", "SEV1")]
    [InlineData("sev-3", "SEV3")]
    [InlineData("P2", "SEV2")]
    [InlineData("Critical", "Critical")]
    [InlineData("Not sure yet", null)]
    public void Severity_is_read_from_the_answer(string answer, string? severity) =>
        Assert.Equal(severity, Records.Assemble(("Severity", answer)).Incident.Severity);

    [Fact]
    public void A_severity_label_wins_over_the_form_and_the_postmortem_says_so()
    {
        var postmortem = Records.Assemble(Records.Incident with { Labels = ["incident", "resolved", "sev1"], Body = Records.Body(("Severity", "SEV3")) });

        Assert.Equal("SEV1", postmortem.Incident.Severity);
        Assert.Contains(postmortem.Problems, problem => problem.Code == "severity-differs");
    }

    [Theory]
    [InlineData("30%", 30.0)]
    [InlineData("~30 %", 30.0)]
    [InlineData("about 12.5 percent", 12.5)]
    [InlineData("30 %\nFull-outage minutes: 40 % of the hour", 30)]
    [InlineData("30", 30.0)]
    [InlineData("all users", 100.0)]
    [InlineData("0%", 0.0)]
    public void The_share_of_users_is_read_from_its_field(string answer, double percent) =>
        Assert.Equal(percent, Records.Assemble(("Users affected", answer)).Incident.UsersAffectedPercent);

    [Theory]
    [InlineData("Approximately 30% of users could not log in.", 30.0)]
    [InlineData("75 % of our paying customers were hit.", 75.0)]
    [InlineData("The disk was 95% full.", null)]
    [InlineData("Traffic grew by 300%.", null)]
    [InlineData("We gave 110 percent of ourselves.", null)]
    public void In_running_text_only_a_share_of_users_counts(string impact, double? percent) =>
        Assert.Equal(percent, Records.Assemble(("Impact", impact)).Incident.UsersAffectedPercent);

    [Theory]
    [InlineData("150%", "percent-over-100")]
    [InlineData("many", "percent-unreadable")]
    public void A_share_that_cannot_be_is_not_known_and_a_problem(string answer, string code)
    {
        var postmortem = Records.Assemble(("Users affected", answer));

        Assert.Null(postmortem.Incident.UsersAffectedPercent);
        Assert.Contains(postmortem.Problems, problem => problem.Code == code);
    }

    [Theory]
    [InlineData("soon after lunch", "time-unreadable")]
    [InlineData("05/04/2024 10:00", "date-ambiguous")]
    [InlineData("2024-04-14", "time-of-day-missing")]
    [InlineData("29 February 2023 10:00", "date-impossible")]
    [InlineData("April 14, 10:00 UTC", "year-assumed")]
    [InlineData("2024-03-31 02:30 Europe/Berlin", "time-skipped")]
    [InlineData("2024-10-27 02:30 Europe/Berlin", "time-ambiguous")]
    public void A_start_that_cannot_simply_be_read_is_a_problem(string answer, string code) =>
        Assert.Contains(Records.Assemble(("Started", answer)).Problems, problem => problem.Code == code);

    [Fact]
    public void A_time_without_a_date_belongs_to_the_day_of_the_issue() =>
        Assert.Equal("2024-04-14T10:00:00+00:00", Records.Assemble(("Started", "10:00 UTC")).Milestones.Started?.Moment.ToString());

    [Fact]
    public void A_time_later_than_the_filing_was_the_evening_before() =>
        Assert.Equal("2024-04-13T23:30:00+00:00", Records.Assemble(("Started", "23:30 UTC")).Milestones.Started?.Moment.ToString());

    [Fact]
    public void The_zone_of_one_time_holds_for_the_others() =>
        Assert.Equal(120, Records.Assemble(("Started", "2024-04-14 10:00 CEST"), ("Resolved", "12:00")).Measure("duration").Minutes);

    [Theory]
    [InlineData("America/New_York", "2025-11-02 1:15 AM EDT", "6:50 AM", 395)]
    [InlineData("Europe/Berlin", "2025-10-26 01:15 CEST", "06:50", 395)]
    [InlineData("Europe/Berlin", "2025-10-26 01:15 MESZ", "06:50", 395)]
    [InlineData("Europe/Berlin", "2025-10-26 01:15 +02:00", "06:50", 395)]
    [InlineData("Europe/Berlin", "2025-10-26 01:15 UTC", "06:50", 335)]
    [InlineData("America/New_York", "2025-07-02 1:15 AM EST", "6:50 AM", 335)]
    public void A_zone_that_is_the_teams_own_on_that_day_changes_with_its_clocks(string zone, string started, string resolved, long minutes) =>
        Assert.Equal(minutes, Records.Assemble(
            Records.Incident with { Body = Records.Body(("Started", started), ("Resolved", resolved)), CreatedAt = Records.At("2025-10-26T07:00:00Z") },
            new() { TimeZone = NodaTime.DateTimeZoneProviders.Tzdb[zone], TimeZoneChosen = true }).Measure("duration").Minutes);

    [Theory]
    [InlineData("10:00 IST", "2024-04-14T10:00:00+05:30", true)]
    [InlineData("10:00 UTC", "2024-04-14T10:00:00+00:00", false)]
    public void An_abbreviation_of_several_zones_is_read_as_commonly_and_that_is_said(string started, string at, bool isSaid)
    {
        var postmortem = Records.Assemble(("Started", $"2024-04-14 {started}"));

        Assert.Equal(at, postmortem.Milestones.Started?.Moment.ToString());
        Assert.Equal(isSaid, postmortem.Problems.Any(problem => problem.Code == "zone-ambiguous"));
    }

    [Fact]
    public void An_abbreviation_of_several_zones_is_the_teams_own_where_that_uses_it()
    {
        var dublin = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Dublin"];

        var postmortem = Records.Assemble(
            Records.Incident with { Body = Records.Body(("Started", "2024-07-14 10:00 IST")) }, new() { TimeZone = dublin, TimeZoneChosen = true });

        Assert.Equal("2024-07-14T10:00:00+01:00", postmortem.Milestones.Started?.Moment.ToString());
        Assert.DoesNotContain(postmortem.Problems, problem => problem.Code == "zone-ambiguous");
    }

    [Fact]
    public void What_is_missing_is_asked_of_a_severe_incident_and_noted_of_a_small_one()
    {
        Assert.Equal(Core.Problems.ProblemLevel.Warning, Missing("SEV1"));
        Assert.Equal(Core.Problems.ProblemLevel.Note, Missing("SEV3"));

        static Core.Problems.ProblemLevel Missing(string severity) =>
            Records.Assemble(("Severity", severity)).Problems.Single(problem => problem.Code == "not-filled-in").Level;
    }

    [Fact]
    public void The_forms_title_prefix_is_no_part_of_the_title() =>
        Assert.Equal("Login is down", Records.Assemble().Incident.Title);

    [Fact]
    public void Services_are_separated_by_commas_lines_or_bullets() =>
        Assert.Equal(["login API", "checkout", "search"], Records.Assemble(("Affected services", "login API, checkout\n- search")).Incident.Services);

    [Fact]
    public void A_body_edited_beyond_recognition_is_kept_and_what_is_missing_is_said()
    {
        var postmortem = Records.Assemble(Records.Incident with { Body = "everything is on fire\n\n#### what\n\nno idea" });

        Assert.Contains(postmortem.Problems, problem => problem.Code == "not-filled-in");
        Assert.StartsWith("everything is on fire", postmortem.Incident.Answers.Preamble, StringComparison.Ordinal);
    }
}
