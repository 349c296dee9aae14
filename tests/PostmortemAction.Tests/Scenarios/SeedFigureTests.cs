using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>The figures of the five retold seeds, as their authors gave them.</summary>
public class SeedFigureTests
{
    [Theory]
    [InlineData("great-authentication-blackout", "2024-04-14T10:00:00+00:00", "2024-04-14T12:00:00+00:00", 120, 75.0, 7, 5)]
    [InlineData("identity-crisis", "2024-05-05T03:30:00+00:00", "2024-05-08T22:50:00+00:00", 5480, 30.0, 1, 3)]
    [InlineData("login-outage", "2024-05-25T11:00:00+00:00", "2024-05-25T12:00:00+00:00", 60, 60.0, 10, 4)]
    [InlineData("first-postmortem", "2023-10-15T14:00:00+00:00", "2023-10-15T16:30:00+00:00", 150, 30.0, 1, 0)]
    [InlineData("misconfigured-server", "2023-11-01T14:30:00+00:00", "2023-11-01T17:45:00+00:00", 195, 30.0, 6, 4)]
    public async Task A_retold_seed_keeps_its_figures(
        string scenario, string start, string end, long duration, double users, int timedEntriesByPeople, int tasks)
    {
        var postmortem = await ScenarioRun.PostmortemAsync(scenario);

        Assert.Equal(start, postmortem.Milestones.Started?.Moment.ToString());
        Assert.Equal(end, postmortem.Milestones.Resolved?.Moment.ToString());
        Assert.Equal(duration, postmortem.Measure("duration").Minutes);
        Assert.Equal(users, postmortem.Incident.UsersAffectedPercent);
        Assert.Equal(timedEntriesByPeople, Told(postmortem).Count(entry => entry.At is not null));
        Assert.Equal(tasks, postmortem.FollowUps.Count);
    }

    [Theory]
    [InlineData("great-authentication-blackout", 0)]
    [InlineData("identity-crisis", 420)]
    public async Task A_retold_seed_keeps_its_time_to_detect(string scenario, long minutes) =>
        Assert.Equal(minutes, (await ScenarioRun.PostmortemAsync(scenario)).Measure("time_to_detect").Minutes);

    [Fact]
    public async Task The_login_outage_followed_four_misleading_paths_from_11_05_to_11_25()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("login-outage");

        var paths = Told(postmortem).Where(entry => entry.Kind == EntryKind.MisleadingPath).Select(entry => entry.At!.Describe()[11..16]);

        Assert.Equal(["11:05", "11:15", "11:20", "11:25"], paths);
        Assert.Equal(25, postmortem.Measure("time_on_misleading_paths").Minutes);
    }

    [Fact]
    public async Task A_time_without_any_zone_is_an_assumption_that_the_postmortem_states() =>
        Assert.Contains("zone-assumed", Codes(await ScenarioRun.PostmortemAsync("login-outage")));

    [Fact]
    public async Task A_zone_that_is_written_is_no_assumption() =>
        Assert.DoesNotContain("zone-assumed", Codes(await ScenarioRun.PostmortemAsync("great-authentication-blackout")));

    [Fact]
    public async Task No_tasks_are_invented_and_the_pull_request_says_that_there_are_none()
    {
        var scenario = new ScenarioRun("first-postmortem");

        var result = await scenario.RunAsync();

        Assert.Empty(result.Postmortem!.FollowUps);
        Assert.Contains("No tasks are named", scenario.Files["pull-request.md"], StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.Files.Keys, name => name.StartsWith("follow-ups/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sections_that_only_the_teams_form_has_are_kept_in_the_document()
    {
        var scenario = new ScenarioRun("first-postmortem");

        await scenario.RunAsync();

        Assert.Contains("## The story, for those who like drama\n", scenario.Files["document.md"], StringComparison.Ordinal);
        Assert.Contains("## Conclusion\n", scenario.Files["document.md"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolved_entry_before_the_stated_end_is_a_problem()
    {
        var postmortem = await ScenarioRun.PostmortemAsync("misconfigured-server");

        var problem = Assert.Single(postmortem.Problems, problem => problem.Code == "resolved-before-end");
        Assert.Contains("17:00", problem.Message, StringComparison.Ordinal);
        Assert.Contains("45 minutes", problem.Message, StringComparison.Ordinal);
        Assert.Equal(EntryKind.Escalation, At(postmortem, "15:45").Kind);
        Assert.Equal(EntryKind.MisleadingPath, At(postmortem, "15:15").Kind);
    }

    [Theory]
    [InlineData("great-authentication-blackout", 1)]
    [InlineData("identity-crisis", 3)]
    public async Task Pictures_of_the_issue_are_kept_in_the_document(string scenario, int pictures)
    {
        var run = new ScenarioRun(scenario);

        await run.RunAsync();

        Assert.Equal(pictures, run.Files["document.md"].Split("![").Length - 1);
        Assert.DoesNotContain("<img", run.Files["document.md"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_identity_crisis_names_its_escalation() =>
        Assert.Contains(
            Told(await ScenarioRun.PostmortemAsync("identity-crisis")),
            entry => entry.Kind == EntryKind.Escalation && entry.Text.Contains("SRE", StringComparison.Ordinal) && entry.Text.Contains("Network Security", StringComparison.Ordinal));

    private static IEnumerable<TimelineEntry> Told(Postmortem postmortem) => postmortem.Timeline.Where(entry => entry.Origin != EntryOrigin.Event);

    private static TimelineEntry At(Postmortem postmortem, string time) =>
        Told(postmortem).Single(entry => entry.At?.Describe()[11..16] == time);

    private static IEnumerable<string> Codes(Postmortem postmortem) => postmortem.Problems.Select(problem => problem.Code);
}
