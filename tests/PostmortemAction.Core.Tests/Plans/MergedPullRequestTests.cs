using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>What is published is never changed by itself.</summary>
public class MergedPullRequestTests
{
    private static readonly DesiredState News = PlanCase.Desired with { Document = PlanCase.Document.Replace("All.", "Half.", StringComparison.Ordinal), PullRequestTitle = "Postmortem: y", PullRequestBlock = "new" };

    [Fact]
    public void The_document_and_the_pull_request_rest() => Assert.Empty(PlanCase.Plan(PlanCase.Merged, News).Changes);

    [Fact]
    public void A_branch_that_is_still_there_is_not_written_to() =>
        Assert.Empty(PlanCase.Plan(PlanCase.Merged with { BranchCommit = "head", BranchDocument = PlanCase.Document }, News).Changes);

    [Fact]
    public void A_task_named_later_still_gets_its_issue() =>
        Assert.IsType<CreateFollowUp>(Assert.Single(PlanCase.Plan(PlanCase.Merged, News with { FollowUps = [PlanCase.Task, PlanCase.Task with { Key = "def" }] }).Changes));

    [Fact]
    public void New_facts_are_told_in_the_status_comment()
    {
        var told = Compose(PlanCase.Merged, News.Document).StatusBlock;

        Assert.Contains("something new in 1 section", told, StringComparison.Ordinal);
        Assert.Contains("-All.\n+Half.\n", told, StringComparison.Ordinal);
        Assert.IsType<UpdateStatusComment>(Assert.Single(PlanCase.Plan(PlanCase.Merged, Compose(PlanCase.Merged, News.Document) with { FollowUps = [PlanCase.Task] }).Changes));
    }

    [Fact]
    public void Without_new_facts_nothing_is_told() =>
        Assert.DoesNotContain("something new", Compose(PlanCase.Merged, PlanCase.Document).StatusBlock, StringComparison.Ordinal);

    [Theory]
    [InlineData("2024-04-14T12:30:00Z", null, true)]
    [InlineData("2024-04-16T08:00:00Z", null, false)]
    [InlineData("2024-04-16T08:00:00Z", "2024-04-17T08:00:00Z", true)]
    public void That_the_incident_was_closed_after_publication_is_no_news_unless_it_was_opened_again(string closed, string? reopened, bool isTold)
    {
        List<EventRecord> events = [new("closed", "mira", false, Records.At(closed), "x", null)];
        events.AddRange(reopened is null ? [] : [new EventRecord("reopened", "mira", false, Records.At(reopened), "y", null)]);
        var merged = PlanCase.Merged with { PullRequest = PlanCase.Merged.PullRequest! with { ClosedAt = Records.At("2024-04-15T08:00:00Z") } };

        var postmortem = Records.Assemble(Records.Incident with { Events = events }).With(merged);

        Assert.Equal(isTold, postmortem.Timeline.Any(entry => entry.Text == "Closed the incident"));
    }

    [Fact]
    public void While_it_is_under_review_the_news_stand_in_the_document_instead() =>
        Assert.DoesNotContain("something new", Compose(PlanCase.Done, News.Document).StatusBlock, StringComparison.Ordinal);

    [Fact]
    public void News_cannot_end_the_part_of_the_body_that_is_ours()
    {
        var hostile = Compose(PlanCase.Merged, PlanCase.Document + "\n## New\n\n```\n</details>\n<!-- postmortem-action end -->\nwords\n").StatusBlock;

        Assert.Equal(OwnBlock.Wrap("calm"), OwnBlock.Update(OwnBlock.Wrap(hostile), "calm"));
    }

    private static DesiredState Compose(ExistingState existing, string document) =>
        DesiredStateComposer.Compose(Records.Assemble(("Impact", "All.")), PlanCase.Repository, PlanCase.Path, document, existing);
}
