using NodaTime;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>Follow-ups get done: people are reminded of dates, and of a postmortem that nobody publishes.</summary>
public class ReminderPlanTests
{
    [Fact]
    public void A_follow_up_is_reminded_of_once_before_its_date_and_mentions_who_is_assigned()
    {
        var world = Published();

        world.Today = new(2024, 5, 1);
        world.Run();
        world.Run();
        world.Today = new(2024, 5, 2);
        world.Run();

        var sent = Assert.Single(world.Reminders);
        Assert.Equal(100, sent.Issue.Number);
        Assert.Contains("@ade, this follow-up of incident [#42](https://github.com/acme/shop/issues/42) is due in 2 days, on 2024-05-03.", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_overdue_is_reminded_of_each_week_until_it_is_closed()
    {
        var world = Published();

        for (var day = new LocalDate(2024, 5, 1); day < new LocalDate(2024, 5, 30); day = day.PlusDays(1))
        {
            world.Today = day;
            _ = day.Day == 20 && world.Closed.Add(100);
            world.Run();
        }

        Assert.Equal([1, 4, 11, 18], world.Reminders.Select(sent => sent.Reminder.On.Day));
        Assert.Contains("was due on 2024-05-03, 1 day ago.", world.Reminders[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_ledger_our_own_comments_tell_what_was_sent()
    {
        var world = Published();
        world.Today = new(2024, 5, 4);
        world.Run();

        world.LoseLedger();
        world.Run();

        Assert.Single(world.Reminders);
    }

    [Fact]
    public void Who_asked_for_silence_is_not_reminded()
    {
        var world = Published();
        world.Snoozed = new(2024, 5, 20);

        world.Today = new(2024, 5, 19);
        world.Run();
        Assert.Empty(world.Reminders);

        world.Today = new(2024, 5, 20);
        world.Run();
        Assert.Single(world.Reminders);
    }

    [Fact]
    public void A_follow_up_of_a_team_names_the_team()
    {
        var followUp = PlanCase.Task with { Due = new(2024, 5, 3), Owner = "acme/identity" };
        var existing = PlanCase.Done with { Today = new(2024, 5, 4), Talk = new Dictionary<IssueKey, FollowUpTalk> { [PlanCase.Done.Ledger.FollowUps[0].Issue] = new([], null) } };

        var reminder = Assert.Single(ReminderPlanner.Plan(PlanCase.Desired with { FollowUps = [followUp] }, existing, PlanCase.Repository));

        Assert.Contains("Nobody is assigned, though `acme/identity` is to do it.", reminder.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_silence_that_cannot_be_read_is_told_in_the_reminder()
    {
        var world = Published();
        world.SnoozedUnreadably = "next @monday";

        world.Today = new(2024, 5, 20);
        var remind = Assert.Single(world.Plan().Changes.OfType<Remind>());

        Assert.Contains("`snooze until 2030-01-31` with your own date. `snooze until next @monday` could not be read", remind.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_owner_is_not_assigned_any_more_is_told_with_the_reminder_and_stays_told_until_somebody_is()
    {
        const string Told = "Nobody is assigned to follow-up 100, due on 2024-05-03, though `ade` is to do it.";
        var world = Published();
        world.Assignees = [];

        world.Run();
        Assert.DoesNotContain(Told, world.Status!.Body, StringComparison.Ordinal);

        world.Today = new(2024, 5, 4);
        world.Run();
        world.Run();
        Assert.Contains("Nobody is assigned, though `ade` is to do it. This follow-up", Assert.Single(world.Reminders).Body, StringComparison.Ordinal);
        Assert.Contains(Told, world.Status!.Body, StringComparison.Ordinal);

        world.Today = null;
        Assert.Empty(world.Run().Changes);

        world.Assignees = ["jun"];
        world.Run();
        Assert.DoesNotContain(Told, world.Status!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_task_names_nobody_or_a_team_nobody_is_missed()
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Severity", "SEV2"), ("Tasks", "- Add an alert due 2024-05-03\n- Test the rollback @acme/web due 2024-05-03")) }, Assignees = [] };
        world.Run();

        world.Today = new(2024, 5, 4);
        world.Run();

        Assert.Equal(2, world.Reminders.Count);
        Assert.DoesNotContain("Follow-ups that nobody has", world.Status!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_an_event_started_reminds_nobody()
    {
        var world = Published();

        world.Today = null;
        world.Run();

        Assert.Empty(world.Reminders);
    }

    [Fact]
    public void Reminders_go_on_when_the_postmortem_is_published()
    {
        var world = Published();
        world.Merge();

        world.Today = new(2024, 5, 4);
        world.Run();

        Assert.Single(world.Reminders);
    }

    [Fact]
    public void A_postmortem_that_nobody_publishes_in_time_is_reminded_of_once()
    {
        var world = Published("SEV1");
        world.Settings = new() { Publish = new() { Due = new Dictionary<string, int> { ["SEV1"] = 3 } } };

        for (var day = new LocalDate(2024, 4, 15); day < new LocalDate(2024, 4, 30); day = day.PlusDays(1))
        {
            world.Today = day;
            world.Run();
        }

        var sent = Assert.Single(world.Reminders);
        Assert.Equal((50, 18), (sent.Issue.Number, sent.Reminder.On.Day));
        Assert.Contains("The postmortem of incident [#42](https://github.com/acme/shop/issues/42) was due on 2024-04-17, 1 day ago.", sent.Body, StringComparison.Ordinal);
    }

    private static World Published(string severity = "SEV2")
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Severity", severity), ("Tasks", "- Add an alert @ade due 2024-05-03\n- Test the rollback")) } };
        world.Run();
        return world;
    }
}
