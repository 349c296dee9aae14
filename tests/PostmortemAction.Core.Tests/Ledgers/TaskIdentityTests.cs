using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;

namespace PostmortemAction.Core.Tests.Ledgers;

/// <summary>Which task is which, after people changed the list.</summary>
public class TaskIdentityTests
{
    [Fact]
    public void The_same_tasks_in_another_order_keep_their_follow_ups() =>
        Assert.Equal([2, 0, 1], Follow(["Add an alert", "Test the rollback", "Write a runbook"], ["Write a runbook", "Add an alert", "Test the rollback"]));

    [Theory]
    [InlineData("Add an alert for the queue", "Add an alert for the length of the queue")]
    [InlineData("Test the rollback", "Test the rollback!")]
    [InlineData("Write a runbook for failover", "write the runbook for failovers")]
    [InlineData("Größe prüfen", "Grösse prüfen")]
    public void A_reworded_task_keeps_its_follow_up(string before, string after) => Assert.Equal([0], Follow([before], [after]));

    [Theory]
    [InlineData("Add an alert", "Buy more disks")]
    [InlineData("Test the rollback of the database", "Test whether anybody reads the status page")]
    [InlineData("!!!", "???")]
    [InlineData("日本", "中国")]
    public void Another_task_gets_another_follow_up(string before, string after) => Assert.Equal([-1], Follow([before], [after]));

    [Fact]
    public void A_removed_task_leaves_its_follow_up_to_nobody() =>
        Assert.Equal([1], Follow(["Add an alert", "Test the rollback"], ["Test the rollback"]));

    [Fact]
    public void Of_a_task_that_was_split_in_two_one_half_keeps_the_follow_up()
    {
        var found = Follow(["Add an alert for the queue and test the rollback of the login"], ["Add an alert for the queue", "Test the rollback of the login"]);

        Assert.Equal([-1, 0], found.Order());
    }

    [Fact]
    public void Two_tasks_whose_words_were_swapped_are_the_same_two() =>
        Assert.Equal([1, 0], Follow(["Add an alert", "Add a test"], ["Add a test", "Add an alert"]));

    [Fact]
    public void A_task_of_the_very_words_counts_more_than_one_that_is_like_it() =>
        Assert.Equal([-1, 0], Follow(["Restart the host db-1"], ["Restart the host db-2", "Restart the host db-1"]));

    [Fact]
    public void Two_tasks_alike_have_two_follow_ups_and_whichever_goes_one_stays()
    {
        Assert.Equal([0, 1], Follow(["Add an alert", "Add an alert"], ["Add an alert", "Add an alert"]));
        Assert.Single(Follow(["Add an alert", "Add an alert"], ["Add an alert"]), 0);
    }

    [Fact]
    public void Words_that_come_back_after_a_rewording_are_the_same_task_again()
    {
        var reworded = Made("Add an alert") with { Text = TaskKey.Of("Add a very loud alert"), Title = "Add a very loud alert" };

        Assert.Equal([TaskKey.Of("Add an alert")], Keys(["Add an alert"], [reworded]));
    }

    [Fact]
    public void Words_that_come_back_as_a_second_task_get_a_key_that_nobody_has()
    {
        var key = TaskKey.Of("Add an alert");
        var reworded = Made("Add an alert") with { Text = TaskKey.Of("Buy more disks"), Title = "Buy more disks" };
        var second = Made("Add an alert") with { Task = key + "-2", Text = "elsewhere", Title = null, Number = 2 };

        Assert.Equal([key, key + "-2"], Keys(["Buy more disks", "Add an alert"], [reworded]));
        Assert.Equal([key, key + "-3"], Keys(["Buy more disks", "Add an alert"], [reworded, second]));
    }

    [Fact]
    public void A_follow_up_whose_title_a_person_changed_is_not_found_by_it() =>
        Assert.Equal([TaskKey.Of("Add an alert now")], Keys(["Add an alert now"], [Made("Add an alert") with { Title = null }]));

    [Fact]
    public void No_two_tasks_share_a_follow_up_and_every_key_is_its_own()
    {
        var titles = Gen.Elements("Add an alert", "Add an alert now", "Add alert", "Add", "alert", "Test the rollback", "Test it", "日本", "!!!", "a", "ab").ListOf();

        Prop.ForAll(Arb.From(titles), Arb.From(titles), (before, after) =>
        {
            var ledger = Next([], before);
            var keys = Keys(after, ledger);
            var again = Next(ledger, after);
            return keys.Distinct().Count() == keys.Count
                && again.Select(followUp => followUp.Task).Distinct().Count() == again.Count
                && Keys(after, again).SequenceEqual(keys)
                && Keys([.. Enumerable.Reverse(after)], again).Order().SequenceEqual(keys.Order());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Five_hundred_tasks_that_were_all_reworded_are_all_found()
    {
        var before = Many("Make sure that service {0} answers within a second").ToList();
        var ledger = Next([], before);

        var keys = Keys([.. Many("Make sure that the service {0} answers within one second")], ledger);

        Assert.Equal(ledger.Select(followUp => followUp.Task).Order(), keys.Order());
    }

    [Fact]
    public void Five_hundred_tasks_that_stayed_are_found()
    {
        var tasks = Many("Task {0}").ToList();

        Assert.Equal(tasks.Select(task => TaskKey.Of(task)), Keys(tasks, Next([], tasks)));
    }

    private static IEnumerable<string> Many(string format) => Enumerable.Range(0, 500).Select(i => string.Format(CultureInfo.InvariantCulture, format, i));

    /// <summary>For each task which of the earlier ones it is; -1 for a new one.</summary>
    private static List<int> Follow(IList<string> before, IList<string> after)
    {
        var ledger = Next([], before);
        return [.. Keys(after, ledger).Select(key => ledger.FindIndex(followUp => followUp.Task == key))];
    }

    /// <summary>The ledger once every task has its follow-up.</summary>
    private static List<LedgerFollowUp> Next(List<LedgerFollowUp> ledger, IList<string> titles)
    {
        var known = ledger.ToDictionary(followUp => followUp.Task);
        foreach (var task in TaskIdentity.Of(Tasks(titles), ledger))
        {
            known[task.Task.Key] = known.TryGetValue(task.Task.Key, out var there)
                ? there with { Text = task.Text, Title = task.Task.Title }
                : Made(task.Task.Title) with { Task = task.Task.Key, Text = task.Text, Number = known.Count + 1 };
        }

        return [.. known.Values];
    }

    private static List<string> Keys(IList<string> titles, IReadOnlyList<LedgerFollowUp> ledger) => [.. TaskIdentity.Of(Tasks(titles), ledger).Select(task => task.Task.Key)];

    private static IReadOnlyList<IncidentTask> Tasks(IList<string> titles) => TaskReader.Read([.. titles], "", []);

    private static LedgerFollowUp Made(string title) => new(TaskKey.Of(title), TaskKey.Of(title), 1, 1, title, null, true);
}
