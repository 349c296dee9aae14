using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class PlannerTests
{
    private const string Document = "# Postmortem\n";
    private static readonly RepositoryInfo Repository = new("acme/shop", "https://github.com/acme/shop", "main");
    private static readonly DesiredFollowUp Task = new("abc", "Add an alert", "body", ["follow-up"], null);

    private static readonly DesiredState Desired = new(
        42, new(42), "postmortems/x.md", Document, "Add it", "Postmortem: x",
        OwnBlock.Wrap($"<!-- postmortem-action pull-request document={LateReference.Placeholder(LateReference.Document)} incident=42 path=x -->"),
        [Task], $"see {LateReference.Placeholder(LateReference.PullRequest)}");

    [Fact]
    public void Where_nothing_is_everything_is_made_with_the_links_in_order() =>
        Assert.Equal(
            [typeof(CreateFollowUp), typeof(CommitDocument), typeof(OpenPullRequest), typeof(CreateStatusComment)],
            Plan(ExistingState.Nothing("base")).Changes.Select(change => change.GetType()));

    [Fact]
    public void Where_everything_is_as_it_should_be_nothing_is_planned() => Assert.Empty(Plan(Done()).Changes);

    [Fact]
    public void A_pull_request_body_with_the_browsers_line_ends_is_no_difference()
    {
        var done = Done();
        var pull = done.PullRequest!;

        Assert.Empty(Plan(done with { PullRequest = pull with { Body = pull.Body.Replace("\n", "\r\n", StringComparison.Ordinal) } }).Changes);
    }

    [Fact]
    public void What_people_wrote_around_our_part_stays()
    {
        var done = Done();
        var pull = done.PullRequest!;

        Assert.Empty(Plan(done with { PullRequest = pull with { Body = "Please read!\n\n" + pull.Body + "\n\nThanks" } }).Changes);
    }

    [Fact]
    public void New_facts_move_the_document_forward_on_our_branch()
    {
        var commit = Assert.Single(Plan(Done(), Desired with { Document = "# New\n" }).Changes.OfType<CommitDocument>());

        Assert.Equal(("head", false), (commit.Parent, commit.CreatesBranch));
    }

    [Fact]
    public void A_document_that_people_edited_is_not_touched_and_that_is_said()
    {
        var plan = Plan(Done() with { BranchDocument = "# Edited by a person\n" }, Desired with { Document = "# New\n" });

        Assert.Empty(plan.Changes.OfType<CommitDocument>());
        Assert.Equal("document-edited", Assert.Single(plan.Problems).Code);
    }

    [Fact]
    public void A_document_on_a_branch_without_a_pull_request_is_ours_only_if_our_commit_is_the_last()
    {
        var branch = ExistingState.Nothing("base") with { BranchCommit = "head", BranchDocument = "# Old\n" };

        Assert.NotEmpty(Plan(branch with { BranchMessage = Desired.CommitMessage }).Changes.OfType<CommitDocument>());
        Assert.Empty(Plan(branch with { BranchMessage = "My words" }).Changes.OfType<CommitDocument>());
    }

    [Fact]
    public void After_merging_the_document_and_the_pull_request_rest()
    {
        var done = Done();
        var plan = Plan(done with { BranchCommit = null, BranchDocument = null, PullRequest = done.PullRequest! with { State = PullRequestState.Merged } }, Desired with { Document = "# New\n" });

        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void A_pull_request_closed_without_merging_is_neither_reopened_nor_remade_and_makes_no_issues()
    {
        var done = Done();
        var plan = Plan(done with
        {
            BranchCommit = null,
            BranchDocument = null,
            FollowUps = new Dictionary<string, int>(),
            PullRequest = done.PullRequest! with { State = PullRequestState.Closed },
        });

        Assert.Empty(plan.Changes);
    }

    [Fact]
    public void A_follow_up_that_is_there_is_not_made_again()
    {
        var plan = Plan(ExistingState.Nothing("base") with { FollowUps = new Dictionary<string, int> { ["abc"] = 43 } });

        Assert.Empty(plan.Changes.OfType<CreateFollowUp>());
    }

    [Fact]
    public void A_status_comment_that_is_there_is_updated_in_place() =>
        Assert.Equal(7, Assert.Single(Plan(Done(), Desired with { StatusComment = "new" }).Changes.OfType<UpdateStatusComment>()).Id);

    private static Plan Plan(ExistingState existing, DesiredState? desired = null) => Planner.Make(desired ?? Desired, existing, Repository);

    private static ExistingState Done()
    {
        var body = LateReference.Resolve(Desired.PullRequestBody, new Dictionary<string, string> { [LateReference.Document] = Fingerprint.Of(Document) });
        return new(
            "base", false, "head", null, Document, new(50, PullRequestState.Open, body),
            new Dictionary<string, int> { ["abc"] = 43 }, new(7, "see [#50](https://github.com/acme/shop/pull/50)"));
    }
}
