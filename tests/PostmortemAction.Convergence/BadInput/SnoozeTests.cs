using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Who asks for silence until a day that is none goes on being reminded, and hears why.</summary>
public class SnoozeTests
{
    [Theory]
    [InlineData("jun", "snooze until next monday", "`snooze until next monday` could not be read")]
    [InlineData("jun", "Later, please.\n\nSnooze until 2026-02-30", "`snooze until 2026-02-30` could not be read")]
    [InlineData("jun", "snooze until Friday\nsnooze until 2026-01-06", null)]
    [InlineData("noor", "snooze until next monday", null)]
    public void The_next_reminder_says_that_the_day_could_not_be_read(string login, string comment, string? expected)
    {
        var world = Worlds.Incident(["- Write the runbook @jun due 2026-01-10"], 1);
        var library = new Library(world);
        var inputs = new Dictionary<string, string> { ["issue-number"] = $"{world.Incident}" };
        library.RunWell(Library.Dispatched, inputs);
        world.GitHub.People.Comment(login, world.FollowUps().Single().Single().Number, comment);

        world.GitHub.Time.Advance(TimeSpan.FromDays(8));
        library.RunWell(Library.Dispatched, inputs);

        var reminder = Assert.Single(world.GitHub.Repository.Comments, each => each.Body.Contains("this follow-up of incident", StringComparison.Ordinal));
        Assert.Equal(expected is not null, reminder.Body.Contains(expected ?? "could not be read", StringComparison.Ordinal));
    }
}
