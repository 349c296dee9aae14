using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>From the incident that was not over after all to the published postmortem, and the one that nobody needs.</summary>
public class LifecycleTests
{
    [Fact]
    public void An_incident_that_is_opened_again_says_so_until_it_is_over_anew()
    {
        var world = Published();

        world.Unlabel();
        world.Run();
        Assert.Contains("The incident was opened again on 2024-04-15 08:01 UTC.", world.Status!.Body, StringComparison.Ordinal);

        world.Label();
        world.Run();
        Assert.DoesNotContain("opened again", world.Status!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_before_it_is_over_anew_continues_the_timeline()
    {
        var world = Published();
        world.Unlabel();
        world.Say("It is down once more.");
        world.Label();
        world.Say("Thank you all.");

        world.Run();

        Assert.Contains("It is down once more.", world.Document, StringComparison.Ordinal);
        Assert.DoesNotContain("Thank you all.", world.Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_incident_of_a_merged_postmortem_is_labelled_once()
    {
        var world = Published();
        world.Merge();

        world.Run();
        Assert.Equal(["postmortem-published"], world.Labels);
        Assert.False(world.IsClosed);

        world.Labels.Clear();
        world.Run();
        Assert.Empty(world.Labels);
    }

    [Fact]
    public void It_is_closed_too_where_the_team_wants_that()
    {
        var world = Published();
        world.Settings = new() { Publish = new() { ClosesIncident = true } };
        world.Merge();

        world.Run();

        Assert.True(world.IsClosed);
    }

    [Fact]
    public void An_incident_that_needs_no_postmortem_gets_none_and_the_reason_is_kept()
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Tasks", "- Add an alert")) } };
        world.Say("/postmortem skip It was an exercise");

        world.Run();

        Assert.Null(world.Pull);
        Assert.Empty(world.Issues);
        Assert.Contains("No postmortem is written: It was an exercise", world.Status!.Body, StringComparison.Ordinal);
        Assert.Empty(world.Plan().Changes);
    }

    [Fact]
    public void A_pull_request_that_nobody_needs_any_more_is_closed_and_comes_back_when_somebody_asks_for_it()
    {
        var world = Published();
        world.Say("/postmortem skip It was an exercise");
        world.Run();
        Assert.Equal(PullRequestState.Closed, world.Pull!.State);
        Assert.Empty(world.Plan().Changes);

        world.Say("/postmortem reopen");
        world.Run();
        world.Run();

        Assert.Equal(PullRequestState.Open, world.Pull!.State);
        Assert.Contains("ready for review", world.Status!.Body, StringComparison.Ordinal);
        Assert.Empty(world.Plan().Changes);
    }

    [Fact]
    public void A_person_who_opens_the_pull_request_again_is_right()
    {
        var world = Published();
        world.Say("/postmortem skip It was an exercise");
        world.Run();

        world.Pull = world.Pull! with { State = PullRequestState.Open, ClosedAt = null };
        world.HasBranch = true;
        world.Run();

        Assert.Equal(PullRequestState.Open, world.Pull!.State);
        Assert.Empty(world.Plan().Changes);
    }

    [Fact]
    public void A_published_postmortem_cannot_be_skipped()
    {
        var world = Published();
        world.Merge();
        world.Say("/postmortem skip It was an exercise");

        world.Run();

        Assert.Contains("It was published with", world.Status!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipping_needs_a_reason()
    {
        var world = Published();
        world.Say("/postmortem skip");

        world.Run();

        Assert.Equal(PullRequestState.Open, world.Pull!.State);
        Assert.Contains("`/postmortem skip` is no command.", world.Status!.Body, StringComparison.Ordinal);
    }

    private static World Published()
    {
        var world = new World { Record = Records.Incident with { Body = Records.Body(("Impact", "All."), ("Tasks", "- Add an alert")) } };
        world.Run();
        return world;
    }
}
