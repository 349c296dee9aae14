using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Schedules;

/// <summary>Reminders over weeks of nightly runs.</summary>
public class ReminderTests
{
    private static readonly (string, string) Schedule = ("schedule", """{"repository": {"full_name": "acme/shop", "default_branch": "main"}}""");

    [Theory]
    [InlineData(5)]
    [InlineData(45)]
    public void A_postmortem_that_nobody_merges_is_reminded_of_once_however_long_it_may_take(int days)
    {
        var world = Worlds.NoTasks();
        world.GitHub.People.Commit("mira", "main", "Configure", (".github/postmortem.yml", string.Create(CultureInfo.InvariantCulture, $"postmortem:\n  due: {{ SEV2: {days}d }}\n")));
        Assert.Equal(0, ActionInProcess.Run(world.GitHub, world.Incident).ExitCode);

        Nights(world, days + 20);

        Assert.Single(world.GitHub.Repository.Comments, comment => comment.Issue.Number == world.PullRequest()!.Number && comment.Body.Contains("was due on", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_follow_up_is_reminded_of_the_date_that_its_task_has_now_whoever_wrote_into_its_body(bool isEdited)
    {
        const string Words = "Note: see the runbook first.\n\n- Incident:";
        var world = Worlds.Incident(["- Add an alert on failed logins @jun due 2026-06-01"], 1);
        var github = world.GitHub;
        Assert.Equal(0, ActionInProcess.Run(github, world.Incident).ExitCode);
        var followUp = world.FollowUps().Single().Single();
        if (isEdited)
        {
            github.People.EditIssue("jun", followUp.Number, body: followUp.Body!.Replace("- Incident:", Words, StringComparison.Ordinal));
        }

        github.Time.Advance(TimeSpan.FromHours(1));
        github.People.EditIssue("mira", world.Incident, body: github.Repository.Issue(world.Incident)!.Body!.Replace("due 2026-06-01", "due 2026-01-20", StringComparison.Ordinal));
        Assert.Equal(0, ActionInProcess.Run(github, world.Incident).ExitCode);

        Nights(world, 40);

        Assert.Equal(isEdited, followUp.Body!.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(5, github.Repository.Comments.Count(comment => comment.Issue.Number == followUp.Number));
        Assert.Contains("| 2026-01-20 |", Assert.Single(github.Repository.Issues, issue => issue.Title == "Postmortem follow-ups").Body, StringComparison.Ordinal);
    }

    private static void Nights(World world, int count)
    {
        for (var night = 0; night < count; night++)
        {
            world.GitHub.Time.Advance(TimeSpan.FromDays(1));
            var result = ActionInProcess.Run(world.GitHub, world.Incident, new() { Event = Schedule });
            Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        }
    }
}
