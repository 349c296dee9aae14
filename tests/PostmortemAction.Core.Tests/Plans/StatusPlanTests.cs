using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;

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

    [Fact]
    public void It_counts_what_the_pull_request_lists_and_nothing_of_which_there_is_nothing()
    {
        var review = new Review(PlanCase.Path, []);
        var postmortem = Records.Assemble(Records.Incident with { Body = Records.Body(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "soon")) });
        var listed = PullRequestBody.ToCheck(postmortem, review);

        var desired = DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, PlanCase.Done, review);

        Assert.All(listed, problem => Assert.Contains(problem.Message, desired.PullRequestBlock, StringComparison.Ordinal));
        Assert.NotEmpty(listed);
        Assert.Contains($"\n\n{Words.Counts(" and ", (listed.Count(problem => problem.Level != ProblemLevel.Note), "thing to check", "things to check"), (listed.Count(problem => problem.Level == ProblemLevel.Note), "note", "notes"))} ", desired.StatusBlock, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0 ", desired.StatusBlock, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pull_request_that_is_closed_is_not_said_to_list_what_it_does_not()
    {
        var postmortem = Records.Assemble(Records.Incident with { Body = Records.Body(("Started", "2024-04-14 10:00 UTC"), ("Resolved", "soon")) });

        Assert.Contains("in the pull request.", Compose(postmortem, PlanCase.Done), StringComparison.Ordinal);
        Assert.DoesNotContain("in the pull request.", Compose(postmortem, PlanCase.Closed), StringComparison.Ordinal);
        Assert.DoesNotContain("in the pull request.", Compose(postmortem, PlanCase.Merged), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "in the pull request.",
            StatusComment.Of(postmortem with { SkippedBecause = "It was an exercise" }, PlanCase.Repository, PullRequestState.Open, []),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_review_says_of_the_document_is_not_said_of_the_incident_too()
    {
        var postmortem = Records.Assemble(("Tasks", "- Rotate the keys due 31.2.2026"));
        var due = Assert.Single(postmortem.Problems, problem => problem.Code == "due-date-unreadable");
        var kind = FindingKinds.All.Single(each => each.Code == "figure-unreadable");

        var said = new Review(PlanCase.Path, [new(kind, 7, false, "Tasks", due.Message, kind.Hint)]);

        Assert.DoesNotContain(due, PullRequestBody.ToCheck(postmortem, said));
        Assert.Contains(due, PullRequestBody.ToCheck(postmortem, said with { Findings = [] }));
        Assert.Contains(due, PullRequestBody.ToCheck(postmortem, null));
    }

    [Fact]
    public void A_command_that_could_not_be_read_is_told_and_not_counted_as_one_thing_more()
    {
        var status = Compose(Records.Assemble(Records.Incident with { Comments = [Records.Comment("/severity huge", "2024-04-14T11:00:00Z")] }), PlanCase.Done);
        var silent = Compose(Records.Assemble(Records.Incident), PlanCase.Done);

        Assert.Contains("Commands that could not be read:\n\n- [ ] **`/severity huge` is no command.**", status, StringComparison.Ordinal);
        Assert.Equal(silent.Split('\n')[^1], status.Split('\n')[^1]);
    }

    [Fact]
    public void What_is_to_be_said_after_the_publication_is_listed_where_it_goes_on()
    {
        var gone = new LedgerFollowUp("abc", "abc", 43, 1043, "Add an alert", null, true);
        var merged = PlanCase.Merged with { Ledger = PlanCase.Ledger with { IsPublished = true, FollowUps = [gone] } };

        var status = Compose(Records.Assemble(("Impact", "All")).With(merged), merged);

        Assert.Contains("<details><summary>", status, StringComparison.Ordinal);
        Assert.Contains("- [ ] The task of follow-up 43 `Add an alert` is not in the incident any more.", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Impact", status, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_closed_as_not_planned_is_not_told_as_done()
    {
        var postmortem = Records.Assemble(("Tasks", "- Add an alert\n- Test the rollback"));
        var (done, dropped) = (new IssueKey(null, 43), new IssueKey(null, 44));
        var existing = PlanCase.Done with
        {
            Ledger = Ledger.Empty(42) with { FollowUps = [.. postmortem.FollowUps.Select((followUp, i) => new LedgerFollowUp(followUp.Task.Key, followUp.Text, 43 + i, 1043 + i, null, null, true))] },
            IsClosed = new Dictionary<IssueKey, bool> { [done] = true, [dropped] = true },
            Dropped = new HashSet<IssueKey> { dropped },
        };

        var desired = DesiredStateComposer.Compose(postmortem.With(existing), PlanCase.Repository, PlanCase.Path, PlanCase.Document, existing);

        Assert.Contains("Follow-ups, 1 of 2 done, 1 not planned: [#43](https://github.com/acme/shop/issues/43) ✓, [#44](https://github.com/acme/shop/issues/44) (not planned).", desired.StatusBlock, StringComparison.Ordinal);
        Assert.Contains("/44) Test the rollback (not planned)", desired.PullRequestBlock, StringComparison.Ordinal);
    }

    [Fact]
    public void While_the_incident_is_open_again_nothing_is_ready_and_both_places_say_so()
    {
        var reopened = Records.Assemble(Records.Incident with { Labels = ["incident"], Events = [Records.Label("resolved", "2024-04-14T12:00:00Z"), new("unlabeled", "mira", false, Records.At("2024-04-14T13:00:00Z"), "x", "resolved")] });

        var desired = DesiredStateComposer.Compose(reopened, PlanCase.Repository, PlanCase.Path, PlanCase.Document, PlanCase.Done);

        Assert.NotNull(reopened.Incident.ReopenedAt);
        Assert.Contains("What is known so far stands in", desired.StatusBlock, StringComparison.Ordinal);
        Assert.DoesNotContain("ready for review", desired.StatusBlock, StringComparison.Ordinal);
        Assert.Contains("**The incident was opened again on 2024-04-14 13:00 UTC, so this may change until it is over.**", desired.PullRequestBlock, StringComparison.Ordinal);
    }

    private static string Compose(Postmortem postmortem, ExistingState existing) =>
        DesiredStateComposer.Compose(postmortem, PlanCase.Repository, PlanCase.Path, PlanCase.Document, existing).StatusBlock;

    private static string Resting(Postmortem postmortem) => StatusComment.Of(postmortem, PlanCase.Repository, PullRequestState.Closed, []);
}
