using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Sizes;

/// <summary>Old incidents, all at once.</summary>
public class BackfillTests
{
    [Fact]
    public void All_takes_every_resolved_incident_in_whatever_state_the_oldest_first()
    {
        var (world, older) = Several(3);
        world.GitHub.People.EditIssue("mira", older[0], state: "closed");
        world.GitHub.People.OpenIssue("mira", "No incident", "text", ["resolved"]);
        world.GitHub.People.OpenIssue("mira", "Incident: still going on", "text", ["incident"]);

        var result = Run(world, "all");

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Equal([.. older.Reverse(), world.Incident], Published(world));
        Assert.Contains("Looked for incidents: found 4 of them", result.Log, StringComparison.Ordinal);
        Assert.Contains($"Incident {older[^1]}, 1 of 4.", result.Log, StringComparison.Ordinal);
        Assert.Empty(world.GitHub.Violations);
    }

    [Fact]
    public void Two_incidents_of_one_title_and_day_get_two_files_also_in_one_run()
    {
        var world = Worlds.FirstPublish();
        var github = world.GitHub;
        var issue = github.Repository.Issue(world.Incident)!;
        var other = new World(github, github.People.OpenIssue("mira", issue.Title, issue.Body!, ["incident", "SEV2", "resolved"], github.Time.ServerNow));

        var result = Run(world, "all");

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Equal("postmortems/2026/2026-01-05-login-is-down.md", world.DocumentPath());
        Assert.Equal($"postmortems/2026/2026-01-05-login-is-down-{other.Incident}.md", other.DocumentPath());
        Assert.Empty(github.Violations);
    }

    [Fact]
    public void A_second_run_over_all_costs_three_requests_for_each_that_is_done_and_no_write()
    {
        var (world, _) = Several(3);
        Run(world, "all");
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        var count = world.GitHub.Requests.Count;

        var result = Run(world, "all");

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => request.IsWrite);
        Assert.True(world.GitHub.Requests.Count - count <= 2 + (3 * 4), string.Join('\n', world.GitHub.Requests.Skip(count)));
    }

    [Fact]
    public void All_since_a_day_leaves_out_what_was_filed_before()
    {
        var (world, older) = Several(2);

        var result = Run(world, "ALL since 2026-01-04");

        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        Assert.Equal([older[0], world.Incident], Published(world));
    }

    [Fact]
    public void When_the_requests_of_the_hour_end_the_run_stops_between_two_incidents_and_the_next_one_goes_on()
    {
        var (world, older) = Several(5);
        world.GitHub.HourlyLimit = 100;

        var first = Run(world, "all");

        Assert.Equal(1, first.ExitCode);
        var done = Published(world).Count;
        Assert.InRange(done, 1, 5);
        Assert.Matches($@"::error [^\n]*::{done} of 6 incidents are done; GitHub takes \d+ requests more in this hour\. Run it again in \d+ minutes: it goes on where it stopped", first.Log);
        Assert.Equal([.. older.Reverse().Take(done)], Published(world));
        world.GitHub.HourlyLimit = 1000;
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, Run(world, "all").ExitCode);
        Assert.Equal(6, Published(world).Count);
        Assert.Empty(world.GitHub.Violations);
    }

    /// <summary>The incident, and others that were filed a day, two days, ... before it.</summary>
    private static (World World, IReadOnlyList<int> Older) Several(int count)
    {
        var world = Worlds.FirstPublish();
        var issue = world.GitHub.Repository.Issue(world.Incident)!;
        var older = Enumerable.Range(1, count).Select(day =>
            world.GitHub.People.OpenIssue("mira", $"Incident: outage {day}", issue.Body!, ["incident", "resolved", "SEV2"], issue.CreatedAt.AddDays(-day)));
        return (world, [.. older]);
    }

    private static ActionResult Run(World world, string numbers) => ActionInProcess.Run(
        world.GitHub, world.Incident, new() { Event = ("workflow_dispatch", "{}"), Inputs = new Dictionary<string, string> { ["issue-number"] = numbers } });

    /// <summary>The incidents that have a pull request, in the order in which they got it.</summary>
    private static IReadOnlyList<int> Published(World world) =>
        [.. world.GitHub.Repository.Issues.Where(issue => issue.Pull is not null && PostmortemBranch.TryParse(issue.Pull.Head, out _)).OrderBy(issue => issue.Number)
            .Select(issue => int.Parse(Regex.Match(issue.Pull!.Head, @"\d+$").Value, System.Globalization.CultureInfo.InvariantCulture))];
}
