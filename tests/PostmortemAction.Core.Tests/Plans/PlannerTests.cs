using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

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
    public void Where_a_persons_pull_request_notes_nothing_the_document_is_ours_if_our_commit_is_the_last()
    {
        var theirs = Done() with { BranchDocument = "# Old\n", PullRequest = new(50, PullRequestState.Open, "Mine") };

        Assert.NotEmpty(Plan(theirs with { BranchMessage = Desired.CommitMessage }).Changes.OfType<CommitDocument>());
        var edited = Plan(theirs with { BranchMessage = "My words" });
        Assert.Empty(edited.Changes);
        Assert.Equal("document-edited", Assert.Single(edited.Problems).Code);
    }

    [Fact]
    public void What_the_pull_request_notes_counts_more_than_the_last_commit()
    {
        var edited = Done() with { BranchDocument = "# Edited in a rebase\n", BranchMessage = Desired.CommitMessage };

        Assert.Empty(Plan(edited, Desired with { Document = "# New\n" }).Changes.OfType<CommitDocument>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PullRequestState.Open)]
    [InlineData(PullRequestState.Closed)]
    public void Where_another_incidents_document_stands_the_path_carries_the_number(PullRequestState? state)
    {
        var existing = ExistingState.Nothing("base") with { BaseHasDocument = true, PullRequest = state is { } s ? new(50, s, "Mine") : null };

        Assert.Equal("postmortems/x-42.md", existing.PathOf("postmortems/x.md", 42));
    }

    [Fact]
    public void What_is_merged_stands_where_it_stands()
    {
        var merged = ExistingState.Nothing("base") with { BaseHasDocument = true, PullRequest = new(50, PullRequestState.Merged, "Mine") };

        Assert.Equal("postmortems/x.md", merged.PathOf("postmortems/x.md", 42));
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

    [Theory]
    [InlineData(null, 0)]
    [InlineData(null, 1)]
    [InlineData(PullRequestState.Open, 0)]
    [InlineData(PullRequestState.Open, 1)]
    [InlineData(PullRequestState.Merged, 0)]
    [InlineData(PullRequestState.Merged, 1)]
    [InlineData(PullRequestState.Closed, 0)]
    [InlineData(PullRequestState.Closed, 1)]
    public void No_text_that_is_sent_refers_to_what_the_plan_does_not_make(PullRequestState? state, int made)
    {
        var postmortem = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback"));
        var existing = ExistingState.Nothing("base") with
        {
            FollowUps = postmortem.FollowUps.Take(made).ToDictionary(followUp => followUp.Task.Key, _ => 43),
            Status = new(7, "old"),
        };
        if (state is { } known)
        {
            var body = LateReference.Resolve(
                PullRequestBody.Of(postmortem, Repository, "x.md").Replace("### Assembled", "### Old", StringComparison.Ordinal),
                postmortem.FollowUps.ToDictionary(followUp => LateReference.FollowUp(followUp.Task.Key), _ => "43").Append(new(LateReference.Document, "")).ToDictionary());
            existing = existing with { BranchCommit = "head", BranchDocument = "# Edited by a person\n", PullRequest = new(50, known, body) };
        }

        AssertWhole(postmortem.With(existing.FollowUps), existing);
        AssertWhole(postmortem.With(existing.FollowUps), existing with { BranchDocument = null });
    }

    private static void AssertWhole(Postmortem postmortem, ExistingState existing)
    {
        var document = string.Join('\n', postmortem.FollowUps.Select(followUp => FollowUpLink.Of(followUp, Repository)));
        var plan = Plan(existing, DesiredStateComposer.Compose(postmortem, Repository, "x.md", document, existing.PullRequest?.State));
        var made = new Dictionary<string, string>();
        foreach (var change in plan.Changes)
        {
            foreach (var text in Texts(change))
            {
                var sent = LateReference.Resolve(text, made);
                Assert.False(LateReference.IsIn(sent), $"{change.Describe()}: {LateReference.Describe(sent)}");
            }

            foreach (var name in Names(change))
            {
                made[name] = "1";
            }
        }

        Assert.NotEmpty(plan.Changes);
    }

    private static string[] Texts(Change change) => change switch
    {
        CreateFollowUp create => [create.FollowUp.Title, create.FollowUp.Body],
        CommitDocument commit => [commit.Text, commit.Message],
        OpenPullRequest open => [open.Title, open.Body],
        UpdatePullRequest update => [update.Body],
        CreateStatusComment create => [create.Body],
        UpdateStatusComment update => [update.Body],
        _ => throw new InvalidOperationException(change.Describe()),
    };

    /// <summary>What is known once a change is made.</summary>
    private static string[] Names(Change change) => change switch
    {
        CreateFollowUp create => [LateReference.FollowUp(create.FollowUp.Key)],
        CommitDocument => [LateReference.Document],
        OpenPullRequest => [LateReference.PullRequest],
        _ => [],
    };

    [Fact]
    public void The_status_of_a_postmortem_that_rests_names_the_follow_ups_that_there_are()
    {
        var postmortem = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback"));
        var one = postmortem.With(new Dictionary<string, int> { [postmortem.FollowUps[0].Task.Key] = 43 });

        Assert.Contains("Follow-ups: [#43](https://github.com/acme/shop/issues/43).", StatusComment.Of(one, Repository, PullRequestState.Closed), StringComparison.Ordinal);
        Assert.Contains("No follow-ups were made.", StatusComment.Of(postmortem, Repository, PullRequestState.Closed), StringComparison.Ordinal);
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
