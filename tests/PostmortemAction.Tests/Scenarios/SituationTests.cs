using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>What the further scenarios are there to show.</summary>
public class SituationTests
{
    [Fact]
    public async Task An_issue_with_only_a_title_invents_nothing()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("only-a-title");

        Assert.All(postmortem.Measures, measure =>
        {
            Assert.Null(measure.Minutes);
            Assert.NotNull(measure.UnknownBecause);
        });
        Assert.Null(postmortem.Incident.Severity);
        Assert.Null(postmortem.Incident.RootCause);
        Assert.Empty(postmortem.FollowUps);
    }

    [Fact]
    public async Task Without_a_stated_end_the_end_is_the_labels_and_the_basis_says_so()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("only-a-title");

        Assert.Equal(Core.Incidents.MilestoneBasis.Label, postmortem.Milestones.Resolved?.Basis);
    }

    [Fact]
    public async Task Several_pages_of_comments_are_all_read()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("three-pages-of-comments");

        Assert.Equal(3, postmortem.Timeline.Count(entry => entry.Origin == EntryOrigin.Form));
        Assert.Equal(211, postmortem.Timeline.Count(entry => entry.Origin == EntryOrigin.Comment));
        Assert.Equal(495, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public async Task Times_without_dates_cross_midnight_in_order_also_on_a_leap_day()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("across-midnight");

        var told = postmortem.Timeline.Where(entry => entry.Origin != EntryOrigin.Event).Select(entry => entry.At!.Describe()[..16]);

        Assert.Equal(
            [
                "2024-02-28 22:40", "2024-02-28 22:52", "2024-02-28 23:20", "2024-02-28 23:55", "2024-02-28 23:58",
                "2024-02-29 00:10", "2024-02-29 03:30", "2024-02-29 07:45", "2024-02-29 09:15", "2024-02-29 14:20", "2024-02-29 23:50",
                "2024-03-01 00:05", "2024-03-01 00:35", "2024-03-01 02:15",
            ],
            told);
        Assert.Equal(1655, postmortem.Measure("duration").Minutes);
    }

    [Fact]
    public async Task A_night_in_which_the_clocks_go_back_lasts_an_hour_longer()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("dst-night-in-berlin");

        Assert.Equal(225, postmortem.Measure("duration").Minutes);
        Assert.Contains(postmortem.Problems, problem => problem.Code == "time-ambiguous");
    }

    [Fact]
    public async Task A_translated_form_is_read_by_its_own_labels()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("translated-form");

        Assert.Equal(105, postmortem.Measure("duration").Minutes);
        Assert.Equal(6, postmortem.Measure("time_to_detect").Minutes);
        Assert.Equal(40, postmortem.Incident.UsersAffectedPercent);
        Assert.Equal(2, postmortem.FollowUps.Count);
        Assert.NotNull(postmortem.Incident.RootCause);
    }

    [Fact]
    public async Task Outsiders_comments_stay_out_of_the_timeline_and_are_counted()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("outsiders-comments");

        Assert.Equal(4, postmortem.Timeline.Count(entry => entry.Origin == EntryOrigin.Comment));
        Assert.Contains(postmortem.Problems, problem => problem.Code == "comments-left-out" && problem.Message.StartsWith("6 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_free_text_issue_is_read_by_the_names_of_its_headings_and_keeps_the_others()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("free-text-issue");

        Assert.Equal(3, postmortem.FollowUps.Count);
        Assert.NotNull(postmortem.Incident.RootCause);
        Assert.Contains(postmortem.Incident.Answers.Extra, section => section.Label == "What the tram driver said");
    }
}
