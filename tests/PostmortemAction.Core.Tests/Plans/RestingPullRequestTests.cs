using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>Closed without merging means "not now".</summary>
public class RestingPullRequestTests
{
    private static readonly DesiredState News = PlanCase.Desired with
    {
        Document = "# New\n",
        PullRequestTitle = "Postmortem: y",
        PullRequestBlock = "new",
        FollowUps = [PlanCase.Task with { Title = "Reworded", Text = "def" }, PlanCase.Task with { Key = "ghi" }],
    };

    [Fact]
    public void It_is_neither_reopened_nor_remade_and_makes_no_issues() => Assert.Empty(PlanCase.Plan(PlanCase.Closed, News).Changes);

    [Fact]
    public void The_status_comment_says_so() =>
        Assert.Equal(new UpdateStatusComment(7, "it rests"), Assert.Single(PlanCase.Plan(PlanCase.Closed, News with { StatusBlock = "it rests" }).Changes));

    [Fact]
    public void Asked_for_it_is_reopened_and_what_else_is_to_be_done_shows_then() =>
        Assert.Equal(new ReopenPullRequest(50, new(42), null), Assert.Single(PlanCase.Plan(PlanCase.Closed with { BranchCommit = "head" }, News with { IsReopened = true }).Changes));

    [Fact]
    public void Asked_for_its_branch_is_put_back_where_it_was() =>
        Assert.Equal(new ReopenPullRequest(50, new(42), "head"), Assert.Single(PlanCase.Plan(PlanCase.Closed, News with { IsReopened = true }).Changes));

    [Fact]
    public void A_persons_pull_request_is_not_ours_to_reopen() =>
        Assert.Empty(PlanCase.Plan(PlanCase.Closed with { PullRequest = PlanCase.Closed.PullRequest! with { IsOurs = false } }, News with { IsReopened = true }).Changes);

    [Fact]
    public void A_persons_branch_in_its_place_is_left_alone() =>
        Assert.Empty(PlanCase.Plan(PlanCase.Closed with { BranchCommit = "theirs", BranchDocument = "# Theirs\n" }, News).Changes);
}
