using NodaTime;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Timelines;

/// <summary>An incident from 10:00 that was filed at 10:06.</summary>
public class MilestoneFinderTests
{
    private static readonly EventRecord Labelled = Records.Label("resolved", "2024-04-14T10:40:00Z");
    private static readonly EventRecord TakenOff = Records.Label("resolved", "2024-04-14T11:30:00Z") with { Event = "unlabeled" };
    private static readonly EventRecord LabelledAgain = Records.Label("resolved", "2024-04-14T13:00:00Z");
    private static readonly EventRecord Opened = TakenOff with { Event = "reopened", Label = null };

    private static readonly CommentRecord[] Story =
    [
        Records.Comment("Detection: alert", "2024-04-14T10:10:00Z"),
        Records.Comment("Resolved by a restart", "2024-04-14T10:30:00Z"),
        Records.Comment("It is back", "2024-04-14T11:30:00Z"),
        Records.Comment("Mitigation: rolled back the release", "2024-04-14T12:50:00Z"),
    ];

    [Fact]
    public void A_second_label_continues_the_timeline_and_the_first_end_is_none()
    {
        var found = Assemble(Story, Labelled, TakenOff, LabelledAgain).Milestones;

        Assert.Equal(
            ("2024-04-14 13:00 UTC", "2024-04-14 12:50 UTC", "2024-04-14 10:30 UTC"),
            (found.Resolved?.Moment.Describe(), found.Mitigated?.Moment.Describe(), found.Acknowledged?.Moment.Describe()));
    }

    [Fact]
    public void What_users_report_after_the_end_is_not_the_detection() =>
        Assert.Null(Assemble([Records.Comment("Resolved by a restart", "2024-04-14T10:30:00Z"), Records.Comment("10:35 users report missing pages", "2024-04-14T10:36:00Z")], Labelled).Milestones.Detected);

    [Fact]
    public void The_label_that_is_set_anew_at_once_to_start_a_run_does_not_open_the_incident_again() =>
        Assert.Equal(
            "2024-04-14 10:30 UTC",
            Assemble(Story, Labelled, TakenOff, LabelledAgain with { At = TakenOff.At + Duration.FromMinutes(1) }).Milestones.Resolved?.Moment.Describe());

    [Fact]
    public void An_end_that_is_told_after_the_reopening_counts() =>
        Assert.Equal(
            "2024-04-14 12:55 UTC",
            Assemble([.. Story, Records.Comment("Resolved for good", "2024-04-14T12:55:00Z")], Labelled, TakenOff, LabelledAgain).Milestones.Resolved?.Moment.Describe());

    [Fact]
    public void While_it_is_open_again_an_end_from_before_is_none()
    {
        Assert.Null(Assemble(Story, Labelled, TakenOff).Milestones.Resolved);
        Assert.Null(Assemble(Story, Labelled, Opened).Milestones.Resolved);
    }

    [Fact]
    public void An_issue_that_was_closed_opened_and_closed_again_is_over_at_the_second_closing_or_label() =>
        Assert.Equal(
            "2024-04-14 13:00 UTC",
            Assemble(Story, Labelled with { Event = "closed", Label = null }, Opened, LabelledAgain).Milestones.Resolved?.Moment.Describe());

    [Fact]
    public void An_issue_that_was_opened_for_a_word_and_closed_with_its_label_on_ended_when_it_ended() =>
        Assert.Equal(
            "2024-04-14 10:30 UTC",
            Records.Assemble(Record(Story, Labelled, Opened) with { ClosedAt = Records.At("2024-04-14T13:00:00Z") }).Milestones.Resolved?.Moment.Describe());

    [Fact]
    public void A_stated_end_stays_and_that_it_is_before_the_reopening_is_said()
    {
        var record = Record(Story, Labelled, TakenOff, LabelledAgain);
        var postmortem = Records.Assemble(record with { Body = record.Body + "\n\n" + Records.Body(("Resolved", "2024-04-14 10:30 UTC")) });

        Assert.Equal("2024-04-14 10:30 UTC", postmortem.Milestones.Resolved?.Moment.Describe());
        Assert.Equal(
            "The end, 2024-04-14 10:30 UTC, is before the incident was opened again, at 2024-04-14 11:30 UTC.",
            Assert.Single(postmortem.Problems, problem => problem.Code == "end-before-reopening").Message);
    }

    [Theory]
    [InlineData("2024-04-14T11:00:00Z", true)]
    [InlineData("2024-04-14T12:58:00Z", false)]
    public void A_command_that_was_given_after_the_reopening_knew_of_it(string at, bool isSaid) =>
        Assert.Equal(
            isSaid,
            Has("end-before-reopening", Assemble([.. Story, Records.Comment("/resolved 10:30", at) with { Url = Records.Url + "#issuecomment-2" }], Labelled, TakenOff, LabelledAgain)));

    [Fact]
    public void Nobody_acknowledges_what_is_over() =>
        Assert.Null(Assemble([Records.Comment("Detection: alert", "2024-04-14T10:10:00Z"), Records.Comment("Resolved by itself", "2024-04-14T10:12:00Z"), Records.Comment("10:30 looked at the logs", "2024-04-14T10:31:00Z")], Labelled).Milestones.Acknowledged);

    [Theory]
    [InlineData("It is resolved", "2024-04-14T11:00:00Z", true)]
    [InlineData("Resolution: restarted", "2024-04-14T11:00:00Z", false)]
    [InlineData("It is resolved", "2024-04-14T12:30:00Z", false)]
    public void An_end_that_mere_words_tell_long_before_the_label_is_said(string comment, string at, bool isSaid) =>
        Assert.Equal(isSaid, Has("end-before-label", Assemble([Records.Comment(comment, at)], LabelledAgain)));

    [Theory]
    [InlineData("10:15 resolved", "An entry at 10:15 says that it was resolved, 25 minutes before the stated end.")]
    [InlineData("2024-05-12 12:25 resolved", "An entry at 2024-05-12 12:25 UTC says that it was resolved, 28 d 1 h 45 min after the stated end.")]
    public void An_entry_that_tells_another_end_is_said_with_its_date_where_it_is_another_day_and_in_days(string entry, string message) =>
        Assert.Equal(
            message,
            Assert.Single(
                Records.Assemble(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "2024-04-14 10:40 UTC"), ("Timeline", entry)).Problems,
                problem => problem.Code is "resolved-before-end" or "resolved-after-end").Message);

    private static bool Has(string code, Postmortem postmortem) => postmortem.Problems.Any(problem => problem is { Level: ProblemLevel.Warning } && problem.Code == code);

    private static IncidentRecord Record(CommentRecord[] comments, params EventRecord[] events) =>
        Records.Incident with { Body = Records.Body(("Started", "2024-04-14 10:00 UTC")), Comments = comments, Events = events };

    private static Postmortem Assemble(CommentRecord[] comments, params EventRecord[] events) => Records.Assemble(Record(comments, events));
}
