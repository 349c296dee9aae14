using System.Globalization;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Tests.Plans;

public class FollowUpPlanTests
{
    [Fact]
    public void A_follow_up_that_is_there_is_not_made_again() => Assert.Empty(Plan([PlanCase.Task]));

    [Fact]
    public void A_reworded_task_updates_its_issue() =>
        Assert.Equal([new UpdateFollowUp(43, Reworded)], Plan([Reworded]));

    [Fact]
    public void What_the_body_says_of_the_incident_follows_the_incident() =>
        Assert.IsType<UpdateFollowUp>(Assert.Single(Plan([PlanCase.Task with { Block = "new" }])));

    [Fact]
    public void A_title_that_is_a_persons_is_no_difference() =>
        Assert.Empty(Plan([PlanCase.Task], FollowUp with { Title = null }));

    [Fact]
    public void A_removed_task_leaves_its_issue() => Assert.Empty(Plan([]));

    [Fact]
    public void A_removed_task_is_told_with_its_issue()
    {
        var told = Assert.Single(Many(0).With(PlanCase.Nothing with { Ledger = PlanCase.Ledger }).Problems, problem => problem.Code == "task-removed");

        Assert.Contains("follow-up 43 `Add an alert`", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_follow_up_that_a_dead_run_did_not_attach_is_attached() =>
        Assert.Equal([new AttachFollowUp("abc", 43, 4300)], Plan([PlanCase.Task], FollowUp with { IsAttached = false }));

    [Fact]
    public void Of_120_tasks_50_get_their_issues_and_the_rest_wait_and_that_is_said()
    {
        var postmortem = Many(120).With(PlanCase.Nothing with { Ledger = Ledger.Empty(42) });

        var plan = Compose(postmortem, PlanCase.Nothing);

        Assert.Equal(50, plan.Changes.OfType<CreateFollowUp>().Count());
        Assert.Contains("70 follow-ups of 120 wait", Assert.Single(postmortem.Problems, problem => problem.Code == "follow-ups-wait").Message, StringComparison.Ordinal);
        Assert.Contains("(waits)", plan.Changes.OfType<OpenPullRequest>().Single().Block, StringComparison.Ordinal);
        Assert.Contains(postmortem.Problems, problem => problem.Code == "sub-issues-full");
    }

    [Fact]
    public void Run_by_run_every_task_gets_its_issue_and_the_hundredth_is_the_last_to_be_attached()
    {
        var ledger = Ledger.Empty(42);
        var attached = new List<bool>();
        for (var run = 0; run < 3; run++)
        {
            foreach (var create in Compose(Many(120).With(PlanCase.Nothing with { Ledger = ledger }), PlanCase.Nothing with { Ledger = ledger }).Changes.OfType<CreateFollowUp>())
            {
                attached.Add(create.Attaches);
                ledger = ledger with { FollowUps = [.. ledger.FollowUps, new(create.FollowUp.Key, create.FollowUp.Text, attached.Count, attached.Count, create.FollowUp.Title, OwnBlock.Sum(create.FollowUp.Block), true)] };
            }
        }

        Assert.Equal((120, 100), (attached.Count, attached.Count(isAttached => isAttached)));
        Assert.False(attached[100]);
        Assert.DoesNotContain(Many(120).With(PlanCase.Nothing with { Ledger = ledger }).Problems, problem => problem.Code == "follow-ups-wait");
    }

    [Fact]
    public void What_was_recovered_is_attached_up_to_the_hundredth() =>
        Assert.Equal(100, Compose(Many(120).With(PlanCase.Nothing with { Ledger = Recovered() }), PlanCase.Nothing with { Ledger = Recovered() }).Changes.OfType<AttachFollowUp>().Count());

    private static LedgerFollowUp FollowUp => PlanCase.Ledger.FollowUps[0];

    private static DesiredFollowUp Reworded => PlanCase.Task with { Text = "def", Title = "Add a loud alert", Block = "new" };

    private static Ledger Recovered()
    {
        var tasks = Many(120).FollowUps;
        return LedgerRecovery.Complete(
            Ledger.Empty(42), tasks.Select((task, i) => new FoundFollowUp(task.Task.Key, task.Text, 100 + i, 100 + i, task.Task.Title, "", true)), null, null);
    }

    private static Postmortem Many(int count) =>
        Records.Assemble(("Tasks", string.Join('\n', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"- Look into matter {i}")))));

    private static Plan Compose(Postmortem postmortem, ExistingState existing) =>
        PlanCase.Plan(existing, DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, existing));

    private static IReadOnlyList<Change> Plan(IReadOnlyList<DesiredFollowUp> wanted, LedgerFollowUp? known = null) =>
        PlanCase.Plan(PlanCase.Done with { Ledger = PlanCase.Ledger with { FollowUps = [known ?? FollowUp] } }, PlanCase.Desired with { FollowUps = wanted }).Changes;
}
