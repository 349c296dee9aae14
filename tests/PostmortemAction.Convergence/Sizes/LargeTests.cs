using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Convergence.Sizes;

public class LargeTests
{
    [Fact]
    public void An_incident_of_2500_comments_of_500_characters_costs_at_most_60_requests()
    {
        var world = Commented(2_500);

        var result = Run(world);

        Assert.InRange(world.GitHub.Requests.Count, 1, 60);
        Assert.Contains("Number 2499 says", world.Document(), StringComparison.Ordinal);
        Rests(world, result);
    }

    [Fact]
    public void An_incident_of_10000_comments_has_2500_of_them_in_its_timeline_and_says_how_many_are_left_out()
    {
        var world = Commented(10_000);

        var result = Run(world);

        var timeline = world.Document()![world.Document()!.IndexOf("<details>", StringComparison.Ordinal)..];
        Assert.Equal(2_500, timeline.Split('\n').Count(line => line.Contains(" says ", StringComparison.Ordinal)));
        Assert.Contains("7500 of 10000 entries from comments are left out", result.Summary, StringComparison.Ordinal);
        Assert.Contains("7500 of 10000 entries from comments are left out", world.PullRequest()!.Body, StringComparison.Ordinal);
        Rests(world, result);
    }

    [Fact]
    public void Texts_as_long_as_GitHub_takes_them_go_into_one_document_and_every_cut_is_stated()
    {
        var world = Worlds.FirstPublish();
        var people = world.GitHub.People;
        var body = world.GitHub.Repository.Issue(world.Incident)!.Body!.Replace("Nobody could log in.", $"Nobody could log in.\n\n{Prose(60_000)}", StringComparison.Ordinal);
        people.EditIssue("mira", world.Incident, body: body);
        foreach (var minute in Enumerable.Range(20, 5))
        {
            people.Comment("jun", world.Incident, string.Create(CultureInfo.InvariantCulture, $"06:{minute} We found out\n\n{Prose(65_000)}"));
        }

        var result = Run(world);

        Assert.Contains("Nobody could log in.", world.Document(), StringComparison.Ordinal);
        Assert.All(world.GitHub.Repository.Issues, issue => Assert.True(issue.Number == world.Incident || issue.Body is null || issue.Body.Length <= Limits.WholeBody));
        Rests(world, result);
    }

    [Fact]
    public void Of_500_tasks_each_run_creates_50_and_says_how_many_wait_until_each_has_one_issue()
    {
        var world = Worlds.Incident([.. Enumerable.Range(1, 500).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Harden service number {i}"))], 3);
        for (var run = 1; run <= 10; run++)
        {
            var result = ActionInProcess.Run(world.GitHub, world.Incident);

            Assert.Equal(run * 50, world.FollowUps().Count);
            Assert.Equal(run < 10, result.Summary.Contains("next run", StringComparison.Ordinal));
            world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.All(world.FollowUps(), issues => Assert.Single(issues));
        Assert.True(world.PullRequest()!.Body!.Length <= Limits.WholeBody);
        Rests(world, ActionInProcess.Run(world.GitHub, world.Incident));
    }

    [Fact]
    public void With_too_few_requests_left_a_run_stops_says_how_far_it_came_and_the_next_one_goes_on()
    {
        var world = Worlds.FiftyTasks();
        world.GitHub.HourlyLimit = 60;

        var first = ActionInProcess.Run(world.GitHub, world.Incident);

        Assert.NotEqual(0, first.ExitCode);
        Assert.InRange(world.FollowUps().Count, 1, 49);
        Assert.Contains("requests are left", first.Log, StringComparison.Ordinal);
        world.GitHub.HourlyLimit = 1000;
        world.GitHub.Time.Advance(TimeSpan.FromHours(1));
        Rests(world, Run(world));
        Assert.Equal(50, world.FollowUps().Count);
    }

    private static World Commented(int comments)
    {
        var world = Worlds.Incident(["- Test the rollback"], 0);
        var filed = world.GitHub.Repository.Issue(world.Incident)!.CreatedAt;
        for (var i = 0; i < comments; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"06:{i * 59 / comments:00} Number {i} says {Prose(480)}");
            world.GitHub.People.Comment(i % 2 == 0 ? "jun" : "mira", world.Incident, text[..Math.Min(500, text.Length)], filed + TimeSpan.FromMilliseconds(300 * (i + 1)));
        }

        return world;
    }

    private static string Prose(int length) =>
        string.Concat(Enumerable.Repeat("the pool of connections was full and nobody saw why. ", (length / 53) + 1))[..length];

    private static ActionResult Run(World world)
    {
        var result = ActionInProcess.Run(world.GitHub, world.Incident);
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        return result;
    }

    private static void Rests(World world, ActionResult last)
    {
        Assert.True(last.ExitCode == 0, last.Log + last.Bug);
        var count = world.GitHub.Requests.Count;
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.CheckAtRest();
        Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => request.IsWrite);
        Assert.Empty(world.GitHub.Violations);
    }
}
