using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class PlannerTests
{
    [Fact]
    public void Where_nothing_is_everything_is_made_with_the_links_in_order() =>
        Assert.Equal(
            [typeof(CreateFollowUp), typeof(CommitDocument), typeof(OpenPullRequest), typeof(CreateStatusComment)],
            PlanCase.Plan(PlanCase.Nothing).Changes.Select(change => change.GetType()));

    [Fact]
    public void Where_everything_is_as_it_should_be_nothing_is_planned()
    {
        Assert.Empty(PlanCase.Plan(PlanCase.Done).Changes);
        Assert.Empty(PlanCase.Plan(PlanCase.Done).Problems);
    }

    [Fact]
    public void What_is_to_be_created_is_told_before_by_names_that_are_its_own()
    {
        var plan = PlanCase.Plan(PlanCase.Nothing, PlanCase.Desired with { FollowUps = [PlanCase.Task, PlanCase.Task with { Key = "def" }] });

        Assert.Equal(["follow-up abc", "follow-up def", "pull request", "status comment"], plan.Intents);
    }

    [Fact]
    public void What_can_be_sent_twice_without_harm_is_no_intent() =>
        Assert.Empty(PlanCase.Plan(PlanCase.Done, PlanCase.Desired with { Document = "# New\n", StatusBlock = "new", PullRequestBlock = "new" }).Intents);

    [Fact]
    public void A_ledger_that_is_behind_is_written_down_even_where_nothing_else_differs() =>
        Assert.IsType<RecordLedger>(Assert.Single(PlanCase.Plan(PlanCase.Done with { IsLedgerBehind = true }).Changes));

    [Fact]
    public void What_stands_beside_what_the_ledger_names_is_swept_away() =>
        Assert.Equal(
            [new CloseDuplicate(44, 43), new DeleteDuplicateComment(8)],
            PlanCase.Plan(PlanCase.Done with { Duplicates = [new(44, null, 43), new(null, 8, null)] }).Changes);

    [Fact]
    public void Every_change_says_in_one_line_what_it_does()
    {
        var plan = PlanCase.Plan(PlanCase.Nothing with { Ledger = Ledger.Empty(42), IsLedgerBehind = true });

        Assert.All(plan.Changes, change => Assert.DoesNotContain('\n', change.Describe()));
        Assert.All(plan.Changes, change => Assert.NotEmpty(change.Describe()));
    }

    [Fact]
    public void A_plan_is_the_same_each_time() =>
        Assert.Equal(PlanCase.Plan(PlanCase.Nothing).Changes.Select(change => change.ToString()), PlanCase.Plan(PlanCase.Nothing).Changes.Select(change => change.ToString()));
}
