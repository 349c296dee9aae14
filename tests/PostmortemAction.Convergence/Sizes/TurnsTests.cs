using System.Globalization;
using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;

namespace PostmortemAction.Convergence.Sizes;

/// <summary>Where there are more than one run looks at, the others have their turn on another day.</summary>
public class TurnsTests
{
    private static readonly (string Name, string Json) Schedule = ("schedule", """{"repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    [Fact]
    public void Of_60_overdue_follow_ups_each_is_reminded_of_within_the_days_of_a_few_schedules()
    {
        var world = Overdue(60);

        Days(world, 3);

        Assert.All(FollowUps(world), followUp => Assert.Equal(1, Reminders(world, followUp)));
        world.GitHub.CheckAtRest();
        Assert.Empty(world.GitHub.Violations);
    }

    [Fact]
    public void Those_for_which_silence_was_asked_take_no_turns_from_the_others()
    {
        var world = Overdue(60);
        var silent = FollowUps(world).Take(50).ToList();
        silent.ForEach(followUp => world.GitHub.People.Comment("jun", followUp.Number, "snooze until 2030-01-31"));

        Days(world, 3);

        Assert.All(FollowUps(world).Except(silent), followUp => Assert.Equal(1, Reminders(world, followUp)));
        Assert.All(silent, followUp => Assert.Equal(0, Reminders(world, followUp)));
    }

    [Fact]
    public void Who_was_reminded_this_week_is_not_looked_at()
    {
        var world = Overdue(10);
        Days(world, 1);

        var count = world.GitHub.Requests.Count;
        Days(world, 1);

        Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => FollowUps(world).Any(followUp =>
            request.Path.Split('?')[0] == string.Create(CultureInfo.InvariantCulture, $"/repos/acme/shop/issues/{followUp.Number}/comments")));
    }

    [Fact]
    public void Of_25_linked_issues_without_our_label_the_index_sees_each_that_is_closed_within_a_few_days()
    {
        var library = new Library(0);
        var people = library.GitHub.People;
        var numbers = Enumerable.Range(1, 25).Select(i => people.OpenIssue("mira", string.Create(CultureInfo.InvariantCulture, $"Task {i}"), "Do it.", ["todo"])).ToList();
        var tasks = string.Join('\n', numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"- [#{number}](https://github.com/acme/shop/issues/{number}) Task of {number}")));
        people.Commit("mira", "main", "Add a postmortem", (Library.Path(1), Library.Document(1, more: $"## Tasks\n\n{tasks}\n")));
        Days(3);
        Assert.Contains("25 open, 0 done", library.OnBranch(Library.Readme), StringComparison.Ordinal);

        people.EditIssue("jun", numbers[0], state: "closed");
        people.EditIssue("jun", numbers[^1], state: "closed");
        Days(4);

        Assert.Contains("23 open, 2 done", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        library.AssertRests(Schedule);

        void Days(int days)
        {
            for (var day = 0; day < days; day++)
            {
                library.GitHub.Time.Advance(TimeSpan.FromDays(1));
                library.RunWell(Schedule);
            }
        }
    }

    [Fact]
    public void Of_60_follow_ups_in_a_repository_of_which_the_timeline_is_silent_each_is_seen_within_a_few_days()
    {
        var world = Worlds.Incident([.. Enumerable.Range(1, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Harden service number {i} of acme/login"))], 1);
        world.GitHub.People.Commit("mira", "main", "Other repositories", [(".github/postmortem.yml", "index: off\ndigest: off\nfollow-ups:\n  repositories: acme/login\n")]);
        var login = world.GitHub.Repository.Add("login");
        Publish(world);
        Assert.Equal(60, login.Issues.Count);

        var timeline = world.GitHub.Repository.Issue(world.Incident)!.Timeline;
        timeline.RemoveAll(item => item.Other?.Home == login);
        Days(world, 1);
        login.Close(login.Issues[0], "mira", null);
        login.Close(login.Issues[^1], "mira", null);
        Days(world, 4);

        Assert.Equal(2, world.Document()!.Split('\n').Count(line => line.StartsWith("- [x]", StringComparison.Ordinal)));
    }

    private static World Overdue(int count)
    {
        var world = Worlds.Incident([.. Enumerable.Range(1, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Harden service number {i} @jun due 2026-02-01"))], 1);
        world.GitHub.People.Commit("mira", "main", "Configure", [(".github/postmortem.yml", "index: off\ndigest: off\n")]);
        Publish(world);
        Assert.Equal(count, FollowUps(world).Count);
        world.GitHub.Time.Advance(TimeSpan.FromDays(30));
        return world;
    }

    /// <summary>One run creates fifty.</summary>
    private static void Publish(World world)
    {
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(0, ActionInProcess.Run(world.GitHub, world.Incident).ExitCode);
            world.GitHub.Time.Advance(TimeSpan.FromHours(2));
        }
    }

    private static void Days(World world, int days)
    {
        for (var day = 0; day < days; day++)
        {
            world.GitHub.Time.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, ActionInProcess.Run(world.GitHub, world.Incident, new() { Event = Schedule }).ExitCode);
        }
    }

    private static IReadOnlyList<StoredIssue> FollowUps(World world) => [.. world.FollowUps().SelectMany(each => each).OrderBy(each => each.Number)];

    private static int Reminders(World world, StoredIssue followUp) =>
        world.GitHub.Repository.Comments.Count(comment => comment.Issue == followUp && comment.Body.Contains("was due on", StringComparison.Ordinal));
}
