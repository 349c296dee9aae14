using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class PullRequestPlanTests
{
    private static readonly DesiredState News = PlanCase.Desired with { PullRequestTitle = "Postmortem: y", PullRequestBlock = "our new part" };

    [Fact]
    public void Title_and_our_part_follow_the_incident() =>
        Assert.Equal(new UpdatePullRequest(50, "Postmortem: y", "our new part"), Update(PlanCase.Pull));

    [Fact]
    public void A_title_that_a_person_changed_stays() =>
        Assert.Equal(new UpdatePullRequest(50, null, "our new part"), Update(PlanCase.Pull with { Title = "What we learnt" }));

    [Fact]
    public void A_title_that_a_person_changed_is_no_difference() =>
        Assert.Empty(Plan(PlanCase.Pull with { Title = "What we learnt" }, PlanCase.Desired).Changes);

    [Fact]
    public void A_title_of_which_we_do_not_know_what_we_wrote_stays()
    {
        var ledger = PlanCase.Ledger with { PullRequest = PlanCase.Ledger.PullRequest! with { Title = null } };

        Assert.Null(Assert.Single(PlanCase.Plan(PlanCase.Done with { Ledger = ledger }, News).Changes.OfType<UpdatePullRequest>()).Title);
    }

    [Fact]
    public void A_body_with_the_browsers_line_ends_and_words_around_our_part_is_no_difference() =>
        Assert.Empty(Plan(PlanCase.Pull with { Body = $"Please read!\n\n{PlanCase.Pull.Body}\n\nThanks\n".Replace("\n", "\r\n", StringComparison.Ordinal) }, PlanCase.Desired).Changes);

    [Fact]
    public void Our_part_into_which_people_wrote_stays_and_once_it_has_news_that_is_said()
    {
        var edited = PlanCase.Pull with { Body = PlanCase.Pull.Body.Replace("our part", "our part, corrected", StringComparison.Ordinal) };

        Assert.Empty(Plan(edited, PlanCase.Desired).Problems);
        Assert.Equal(new UpdatePullRequest(50, "Postmortem: y", null), Update(edited));
        Assert.Equal("pull-request-edited", Assert.Single(Plan(edited, News).Problems).Code);
    }

    [Fact]
    public void Our_part_that_people_took_out_stays_out_and_nobody_is_told()
    {
        var plan = Plan(PlanCase.Pull with { Body = "My own words" }, News with { PullRequestTitle = PlanCase.Pull.Title });

        Assert.Empty(plan.Changes);
        Assert.Empty(plan.Problems);
    }

    [Fact]
    public void A_persons_pull_request_from_our_branch_is_only_read() =>
        Assert.Empty(Plan(PlanCase.Pull with { IsOurs = false }, News).Changes);

    [Fact]
    public void Another_pull_request_than_the_ledgers_is_left_alone() =>
        Assert.Empty(Plan(PlanCase.Pull with { Number = 51 }, News with { StatusBlock = "see [#50](https://github.com/acme/shop/pull/50)" }).Changes);

    [Fact]
    public void A_label_that_a_dead_run_owes_is_set_and_one_that_a_person_took_off_stays_off()
    {
        var owed = PlanCase.Ledger with { PullRequest = PlanCase.Ledger.PullRequest! with { IsLabelled = false } };

        Assert.Equal(new LabelPullRequest(50, "postmortem"), Assert.Single(PlanCase.Plan(PlanCase.Done with { Ledger = owed }).Changes));
        Assert.Empty(PlanCase.Plan(PlanCase.Done).Changes);
    }

    [Fact]
    public void A_branch_with_a_document_that_has_no_pull_request_gets_one() =>
        Assert.IsType<OpenPullRequest>(Assert.Single(PlanCase.Plan(PlanCase.Done with { PullRequest = null, Ledger = PlanCase.Ledger with { PullRequest = null } }).Changes, change => change is OpenPullRequest));

    [Fact]
    public void Ticks_that_people_set_are_no_edit()
    {
        var desired = PlanCase.Desired with { PullRequestBlock = "- [ ] check it" };
        var ledger = PlanCase.Ledger with { PullRequest = PlanCase.Ledger.PullRequest! with { Block = OwnBlock.Sum(desired.PullRequestBlock) } };
        var ticked = PlanCase.Pull with { Body = OwnBlock.Wrap(desired.PullRequestBlock).Replace("[ ]", "[x]", StringComparison.Ordinal) };

        Assert.Empty(PlanCase.Plan(PlanCase.Done with { Ledger = ledger, PullRequest = ticked }, desired).Changes);
    }

    private static UpdatePullRequest Update(ExistingPullRequest pull) => Assert.IsType<UpdatePullRequest>(Assert.Single(Plan(pull, News).Changes));

    private static Plan Plan(ExistingPullRequest pull, DesiredState desired) => PlanCase.Plan(PlanCase.Done with { PullRequest = pull }, desired);
}
