using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Plans;

public class StatusPlanTests
{
    private static readonly DesiredState News = PlanCase.Desired with { StatusBlock = "new" };

    [Fact]
    public void A_status_comment_that_is_there_is_updated_in_place() =>
        Assert.Equal(new UpdateStatusComment(7, "new"), Assert.Single(PlanCase.Plan(PlanCase.Done, News).Changes));

    [Fact]
    public void A_status_comment_that_a_person_deleted_stays_deleted() => Assert.Empty(PlanCase.Plan(PlanCase.Done with { Status = null }, News).Changes);

    [Fact]
    public void What_a_person_wrote_around_our_part_is_no_difference() =>
        Assert.Empty(PlanCase.Plan(PlanCase.Done with { Status = PlanCase.Done.Status! with { Body = "Mine\n\n" + PlanCase.Done.Status!.Body } }).Changes);

    [Fact]
    public void A_status_comment_into_which_a_person_wrote_stays_and_that_is_said()
    {
        var edited = PlanCase.Done with { Status = new(7, PlanCase.Done.Status!.Body.Replace("see", "don't see", StringComparison.Ordinal)) };

        Assert.Empty(PlanCase.Plan(edited, News).Changes);
        Assert.Equal("status-comment-edited", Assert.Single(PlanCase.Plan(edited, News).Problems).Code);
        Assert.Empty(PlanCase.Plan(edited).Problems);
    }

    [Fact]
    public void The_status_of_a_postmortem_that_rests_names_the_follow_ups_that_there_are()
    {
        var postmortem = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback"));
        var one = postmortem.With(new Dictionary<string, IssueKey> { [postmortem.FollowUps[0].Task.Key] = 43 });

        Assert.Contains("Follow-ups: [#43](https://github.com/acme/shop/issues/43).", Resting(one), StringComparison.Ordinal);
        Assert.Contains("No follow-ups were made.", Resting(postmortem), StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_of_a_persons_pull_request_that_rests_does_not_say_that_it_is_ready()
    {
        var asked = Records.Assemble(Records.Incident with { Comments = [Records.Comment("/postmortem reopen", "2024-04-16T08:00:00Z")] });
        var theirs = PlanCase.Closed with { PullRequest = PlanCase.Closed.PullRequest! with { IsOurs = false } };

        Assert.Contains("rests", Compose(asked, theirs), StringComparison.Ordinal);
        Assert.Contains("ready for review", Compose(asked, PlanCase.Closed), StringComparison.Ordinal);
    }

    private static string Compose(Postmortem postmortem, ExistingState existing) =>
        DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, existing).StatusBlock;

    private static string Resting(Postmortem postmortem) => StatusComment.Of(postmortem, PlanCase.Repository, PullRequestState.Closed, []);
}
