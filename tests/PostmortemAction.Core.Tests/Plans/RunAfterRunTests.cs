using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>One run after the other, with people at work in between.</summary>
public class RunAfterRunTests
{
    [Fact]
    public void The_first_run_is_all_it_takes()
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Tasks", "- a\n- b\n- c\n- d\n- e")) } };

        Assert.Equal(8, world.Run().Changes.Count);
        Assert.Empty(world.Run().Changes);
    }

    [Fact]
    public void A_status_comment_that_a_person_deleted_stays_deleted()
    {
        var world = Begun();
        world.Status = null;
        world.Say("/root-cause A typo");

        world.Run();

        Assert.Null(world.Status);
    }

    [Fact]
    public void A_closed_pull_request_rests_until_somebody_asks_and_then_everything_is_brought_up_to_date()
    {
        var world = Begun();
        world.Close();
        world.Say("/root-cause A typo");
        world.Run();
        Assert.Equal(PullRequestState.Closed, world.Pull!.State);

        world.Say("/postmortem reopen");
        world.Run();
        world.Run();

        Assert.Equal(PullRequestState.Open, world.Pull!.State);
        Assert.Contains("A typo", world.Document, StringComparison.Ordinal);
        Assert.Empty(world.Plan().Changes);
    }

    [Fact]
    public void Closed_again_after_it_was_asked_for_it_rests_again()
    {
        var world = Begun();
        world.Close();
        world.Label();
        world.Run();
        world.Close();

        world.Run();

        Assert.Equal(PullRequestState.Closed, world.Pull!.State);
    }

    [Fact]
    public void A_merged_document_is_never_changed_and_its_news_stand_in_the_status_comment()
    {
        var world = Begun();
        var before = world.Document;
        world.Merge();
        world.Say("/root-cause A typo");

        Assert.Equal([typeof(PublishIncident), typeof(UpdateStatusComment)], world.Run().Changes.Select(change => change.GetType()));

        Assert.Equal(before, world.Document);
        Assert.Contains("+A typo", world.Status!.Body, StringComparison.Ordinal);
        Assert.Empty(world.Run().Changes);
    }

    [Fact]
    public void A_reworded_task_keeps_its_issue_and_a_person_its_title()
    {
        var world = Begun("- Add an alert\n- Test the rollback");
        world.Issues[101] = world.Issues[101] with { Title = "My words" };

        world.Record = world.Record with { Body = Records.Body(("Tasks", "- Test the rollback now\n- Add a loud alert")) };
        world.Run();

        Assert.Equal(["Add a loud alert", "My words"], world.Issues.OrderBy(issue => issue.Key.Number).Select(issue => issue.Value.Title));
        Assert.Empty(world.Plan().Changes);
    }

    [Fact]
    public void A_task_whose_issue_a_person_retitled_may_be_reworded_twice()
    {
        var world = Begun("- Test the rollback");
        world.Issues[100] = world.Issues[100] with { Title = "My words" };
        foreach (var words in new[] { "Test the rollback now", "Test the rollback right now" })
        {
            world.Record = world.Record with { Body = Records.Body(("Tasks", "- " + words)) };
            world.Run();
        }

        Assert.Equal("My words", Assert.Single(world.Issues).Value.Title);
    }

    [Fact]
    public void Where_pull_requests_are_forbidden_and_the_document_was_taken_away_a_run_still_ends_well()
    {
        var world = new World { AllowsPullRequests = false };
        world.Run();
        world.Document = null;

        world.Run();
        world.Status = null;
        world.Run();

        Assert.Null(world.Pull);
    }

    [Fact]
    public void A_branch_without_a_pull_request_that_a_person_deleted_is_not_made_again()
    {
        var world = new World { AllowsPullRequests = false };
        world.Run();
        (world.HasBranch, world.Document) = (false, null);

        var plan = world.Run();

        Assert.False(world.HasBranch);
        Assert.Equal("branch-removed", Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void News_for_an_edited_section_that_there_is_no_pull_request_to_show_on_are_told_in_the_run()
    {
        var world = new World { AllowsPullRequests = false };
        world.Say("/impact All");
        world.Run();
        world.Document = world.Document!.Replace("All", "Nearly all", StringComparison.Ordinal);
        world.Say("/impact Half");

        var plan = world.Run();

        Assert.Contains("`## Impact`", Assert.Single(plan.Problems).Message, StringComparison.Ordinal);
        Assert.Contains("Nearly all", world.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_ledger_was_lost_what_differs_is_offered_once()
    {
        var world = Begun();
        world.LoseLedger();
        world.Say("/impact Half");

        world.Run();
        world.Run();
        world.Run();

        Assert.Single(world.Offers);
    }

    private static World Begun(string tasks = "- Add an alert")
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Tasks", tasks)) } };
        world.Run();
        return world;
    }
}
