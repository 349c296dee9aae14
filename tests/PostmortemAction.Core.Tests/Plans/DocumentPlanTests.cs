using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Tests.Plans;

public class DocumentPlanTests
{
    private const string Edited = "# Postmortem\n\nIt was down, I swear.\n\n## Impact\n\nAll.\n";
    private static readonly DesiredState News = PlanCase.Desired with { Document = PlanCase.Document.Replace("It was", "It really was", StringComparison.Ordinal) };

    [Fact]
    public void New_facts_move_the_document_forward_on_our_branch() =>
        Assert.Equal(new CommitDocument(new(42), PlanCase.Path, News.Document, "head", false), Assert.Single(Plan(PlanCase.Done, News).Changes));

    [Fact]
    public void Where_there_is_no_branch_it_begins_at_the_default_branch() =>
        Assert.Equal(new CommitDocument(new(42), PlanCase.Path, PlanCase.Document, "base", true), Assert.Single(Plan(PlanCase.Nothing).Changes.OfType<CommitDocument>()));

    [Fact]
    public void A_branch_of_a_person_without_the_document_is_moved_forward_not_made_anew() =>
        Assert.Equal(("theirs", false), Commit(Plan(PlanCase.Nothing with { BranchCommit = "theirs" })));

    [Fact]
    public void A_persons_edit_is_no_reason_to_write() => Assert.Empty(Plan(PlanCase.Done with { BranchDocument = Edited }).Changes);

    [Fact]
    public void A_section_that_people_edited_stays_and_the_news_is_offered_on_the_pull_request()
    {
        var offer = Assert.IsType<OfferText>(Assert.Single(Plan(PlanCase.Done with { BranchDocument = Edited }, News).Changes));

        Assert.Equal(50, offer.PullRequest);
        Assert.Contains("-It was down.\n+It really was down.\n", offer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_nobody_edited_follows_the_facts_beside_one_that_somebody_did()
    {
        var plan = Plan(PlanCase.Done with { BranchDocument = Edited }, PlanCase.Desired with { Document = PlanCase.Document.Replace("All.", "Half.", StringComparison.Ordinal) });

        Assert.Equal(Edited.Replace("All.", "Half.", StringComparison.Ordinal), Assert.IsType<CommitDocument>(Assert.Single(plan.Changes)).Text);
    }

    [Fact]
    public void The_same_change_is_offered_under_the_same_name_and_another_one_under_another()
    {
        var once = Offer(News);
        var other = Offer(PlanCase.Desired with { Document = "# Postmortem\n\nIt was up.\n\n## Impact\n\nAll.\n" });

        Assert.Equal(once.Key, Offer(News).Key);
        Assert.NotEqual(once.Key, other.Key);
    }

    [Fact]
    public void Where_it_is_not_known_what_we_wrote_the_document_stays_and_all_that_differs_is_offered()
    {
        var plan = Plan(PlanCase.Done with { LastDocument = null, BranchDocument = Edited });

        Assert.IsType<OfferText>(Assert.Single(plan.Changes));
        Assert.Equal(PlanCase.Document, plan.Composed);
    }

    [Fact]
    public void Where_it_is_not_known_what_we_wrote_and_nothing_differs_nothing_is_planned() =>
        Assert.Empty(Plan(PlanCase.Done with { LastDocument = null }).Changes);

    [Fact]
    public void A_document_that_a_person_took_away_rests_and_that_is_said()
    {
        var taken = PlanCase.Done with { BranchDocument = null };
        var (plan, postmortem) = (Plan(taken, News), Records.Assemble(("Impact", "All")).With(taken));
        var desired = DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, taken);

        Assert.Empty(plan.Changes);
        Assert.Null(plan.Composed);
        Assert.Empty(plan.Problems);
        Assert.Single(postmortem.Problems, problem => problem.Code == "document-removed");
        Assert.Contains("- [ ] Somebody deleted or moved the document `postmortems/x.md` on our branch, so it rests. Put it back where it was", desired.PullRequestBlock, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_composed_is_kept_to_tell_peoples_changes_from_ours() =>
        Assert.Equal(News.Document, Plan(PlanCase.Done with { BranchDocument = Edited }, News).Composed);

    [Fact]
    public void A_document_with_the_browsers_line_ends_is_no_difference() =>
        Assert.Empty(Plan(PlanCase.Done with { BranchDocument = PlanCase.Document.Replace("\n", "\r\n", StringComparison.Ordinal) }).Changes);

    private static OfferText Offer(DesiredState desired) => Assert.Single(Plan(PlanCase.Done with { BranchDocument = Edited }, desired).Changes.OfType<OfferText>());

    private static (string Parent, bool CreatesBranch) Commit(Plan plan)
    {
        var commit = Assert.Single(plan.Changes.OfType<CommitDocument>());
        return (commit.Parent, commit.CreatesBranch);
    }

    private static Plan Plan(ExistingState existing, DesiredState? desired = null) => PlanCase.Plan(existing, desired);
}
