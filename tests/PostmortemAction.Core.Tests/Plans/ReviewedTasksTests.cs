using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.TaskLists;

namespace PostmortemAction.Core.Tests.Plans;

/// <summary>While the pull request is open, its document is the list of tasks.</summary>
public class ReviewedTasksTests
{
    [Fact]
    public void A_row_that_a_reviewer_adds_becomes_an_issue_and_gets_its_link()
    {
        var world = Reviewed();

        world.Document += "- Page the database team @jo due 2024-06-01\n";
        world.Run();

        Assert.Equal("Page the database team", world.Issues[102].Title);
        Assert.Contains("- [#102](https://github.com/acme/shop/issues/102) Page the database team @jo due 2024-06-01\n", world.Document, StringComparison.Ordinal);
        Assert.Contains("- Due: 2024-06-01", world.Issues[102].Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Theory]
    [InlineData("- - [ ] Page the team")]
    [InlineData("- - [x] Page the team")]
    [InlineData("- **[x] Page the team")]
    [InlineData("- - (P1) Page the team")]
    [InlineData("- - (P1) | Page the team")]
    [InlineData("- - (P1) [#100](https://github.com/acme/shop/issues/100) Page the team")]
    [InlineData("- -\t- Page the team")]
    [InlineData("- · * Page the team")]
    [InlineData("- **1. Page the team**")]
    [InlineData("- - <b>Page</b> the `team`")]
    public void However_a_row_begins_it_gets_one_issue_and_its_link(string row)
    {
        var world = Reviewed();

        world.Document += $"{row}\n";
        world.Run();

        Assert.Equal(3, world.Issues.Count);
        Assert.Contains($"[#102](https://github.com/acme/shop/issues/102) {row[2..]}\n", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Below_the_title_no_list_is_one_of_tasks_whatever_the_title_is()
    {
        var existing = PlanCase.Merged with { PullRequest = null, Ledger = Ledger.Empty(42), LastDocument = null, BranchDocument = "# Tasks are not processed\n\n- We are sorry for this\n\n## Tasks\n\n- Add an alert\n" };

        Assert.Equal(["Add an alert"], ReviewedTasks.Of(existing, new Dictionary<string, string>()).Unlinked.Select(row => row.Words));
    }

    [Theory]
    [InlineData("- [x] [#43](https://github.com/acme/shop/issues/43) Add an alert", true)]
    [InlineData("- [ ] [#43](https://github.com/acme/shop/issues/43) Add an alert", false)]
    [InlineData("| Action item | Bug |\n| --- | --- |\n| Add an alert | [#43](https://github.com/acme/shop/issues/43) ✓ |", true)]
    [InlineData("| Action item | Bug |\n| --- | --- |\n| Add an alert | [#43](https://github.com/acme/shop/issues/43) |", false)]
    public void What_a_published_document_says_of_a_task_is_read_off_its_box_or_its_cell(string list, bool isTicked)
    {
        var existing = PlanCase.Merged with { Ledger = Ledger.Empty(42) with { FollowUps = [new("abc", "abc", 43, 1043, null, null, true)] }, LastDocument = $"# x\n\n## Action items\n\n{list}\n" };

        Assert.Equal(isTicked, ReviewedTasks.TicksOf(existing, new Dictionary<string, string>())[43]);
    }

    [Fact]
    public void A_row_that_a_reviewer_rewords_renames_its_issue()
    {
        var world = Reviewed();

        Edit(world, "Add an alert", "Add a loud alert on failed sign-ins");
        world.Run();

        Assert.Equal("Add a loud alert on failed sign-ins", world.Issues[100].Title);
        Assert.Contains("Add a loud alert on failed sign-ins", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void An_issue_that_a_person_renamed_keeps_its_name_when_its_row_is_reworded()
    {
        var world = Reviewed();
        world.Issues[100] = world.Issues[100] with { Title = "Mine" };

        Edit(world, "Add an alert", "Add a loud alert");
        world.Run();

        Assert.Equal("Mine", world.Issues[100].Title);
        Rests(world);
    }

    [Fact]
    public void Whoever_writes_last_counts_the_reviewer_or_the_incident()
    {
        var world = Reviewed();
        Edit(world, "Add an alert", "Add a loud alert");
        world.Run();

        world.Record = Incident("Add an alert that calls", "Test the rollback");
        world.Run();

        Assert.Equal("Add an alert that calls", world.Issues[100].Title);
        Assert.Contains("Add an alert that calls", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_taken_out_is_told_with_its_issue_and_comes_not_back()
    {
        var world = Reviewed();

        world.Document = string.Join('\n', world.Document!.Split('\n').Where(line => !line.Contains("Add an alert", StringComparison.Ordinal)));
        world.Run();

        Assert.DoesNotContain("Add an alert", world.Document, StringComparison.Ordinal);
        Assert.Contains("Follow-up 100 `Add an alert` has no row in the document any more", world.Pull!.Body, StringComparison.Ordinal);
        Assert.Contains("Close issue 100 as not planned", world.Pull.Body, StringComparison.Ordinal);
        Rests(world);
        world.Closed.Add(100);
        world.Run();
        Assert.DoesNotContain("Follow-up 100 `Add an alert` has no row in the document any more", world.Pull!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_ticked_row_closes_its_issue()
    {
        var world = Reviewed();

        Edit(world, "[ ] [#101]", "[x] [#101]");
        world.Run();

        Assert.Equal([101], world.Closed);
        Assert.Contains("1 of 2 done", world.Status!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_ticked_row_whose_issue_is_out_of_sight_stays_ticked_and_closes_it_once_it_is_seen_again()
    {
        var world = Reviewed();
        Edit(world, "[ ] [#101]", "[x] [#101]");
        world.OutOfSight.Add(101);
        world.Run();
        Assert.Empty(world.Closed);

        world.OutOfSight.Clear();
        world.Run();

        Assert.Equal([101], world.Closed);
        Assert.Contains("[x] [#101]", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_unticked_before_its_issue_was_seen_again_leaves_it_open()
    {
        var world = Reviewed();
        Edit(world, "[ ] [#101]", "[x] [#101]");
        world.OutOfSight.Add(101);
        world.Run();
        world.OutOfSight.Clear();

        Edit(world, "[x] [#101]", "[ ] [#101]");
        world.Run();

        Assert.Empty(world.Closed);
        Assert.Contains("[ ] [#101]", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_unticked_opens_its_issue_again()
    {
        var world = Reviewed();
        Edit(world, "[ ] [#101]", "[x] [#101]");
        world.Run();

        Edit(world, "[x] [#101]", "[ ] [#101]");
        world.Run();

        Assert.Empty(world.Closed);
        Rests(world);
    }

    [Fact]
    public void A_closed_issue_ticks_its_row_and_an_opened_one_unticks_it()
    {
        var world = Reviewed();

        world.Closed.Add(100);
        world.Run();
        Assert.Contains("[x] [#100]", world.Document, StringComparison.Ordinal);
        Rests(world);

        world.Closed.Remove(100);
        world.Run();
        Assert.Contains("[ ] [#100]", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_row_that_is_added_as_done_becomes_a_closed_issue()
    {
        var world = Reviewed();

        world.Document += "- [x] Page the database team\n";
        world.Run();

        Assert.Equal([102], world.Closed);
        Rests(world);
    }

    [Fact]
    public void A_row_for_an_issue_that_somebody_made_by_hand_is_left_alone()
    {
        var world = Reviewed();

        world.Document += "- #7 Page the database team\n- [#8](https://github.com/acme/shop/issues/8) Page the others\n";
        world.Run();

        Assert.Equal(2, world.Issues.Count);
        Rests(world);
    }

    [Fact]
    public void The_same_task_in_the_document_and_later_in_the_incident_is_one_issue()
    {
        var world = Reviewed();
        world.Document += "- Page the database team\n";
        world.Run();

        world.Record = Incident("Add an alert", "Test the rollback", "Page the database team");
        world.Run();

        Assert.Equal(3, world.Issues.Count);
        Rests(world);
    }

    [Fact]
    public void Rows_below_the_question_for_tasks_become_issues_where_the_incident_names_none()
    {
        var world = new World { Record = Of(("Impact", "All.")) };
        world.Run();

        world.Document += "\n## Action items\n\n- Page the database team\n";
        world.Run();

        Assert.Equal("Page the database team", Assert.Single(world.Issues).Value.Title);
        Rests(world);
    }

    [Fact]
    public void After_the_merge_the_document_is_history_and_the_status_comment_tells_what_is_done()
    {
        var world = Reviewed();
        Edit(world, "Add an alert", "Add a loud alert");
        world.Run();
        world.Merge();
        world.Run();

        world.Closed.Add(101);
        world.Run();

        Assert.Contains("1 of 2 done", world.Status!.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("something new", world.Status.Body, StringComparison.Ordinal);
        Assert.Equal("Add a loud alert", world.Issues[100].Title);
        Rests(world);
    }

    [Fact]
    public void Without_the_ledger_reviewers_words_still_count_and_nothing_is_made_twice()
    {
        var world = Reviewed();
        Edit(world, "Add an alert", "Add a loud alert");
        world.Document += "- Page the database team\n";
        world.Run();

        world.LoseLedger();
        world.Run();

        Assert.Equal(3, world.Issues.Count);
        Assert.Contains("Add a loud alert", world.Document, StringComparison.Ordinal);
        Assert.Contains("Page the database team", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void Where_a_template_writes_no_issues_a_reworded_row_makes_no_second_one()
    {
        var world = Reviewed();
        world.WritesLinks = false;
        world.Run();

        Edit(world, "Add an alert", "Wake somebody up");
        world.Run();

        Assert.Equal(2, world.Issues.Count);
        Rests(world);
    }

    [Fact]
    public void A_secret_in_a_row_reaches_no_issue()
    {
        var world = Reviewed();

        world.Document += $"- Rotate ghp_{string.Concat(Enumerable.Repeat("a1B2c3", 6))}\n";
        world.Run();

        Assert.DoesNotContain("ghp_", world.Issues[102].Title + world.Issues[102].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_was_ticked_in_the_incident_gets_an_issue_that_is_closed()
    {
        var world = new World { Record = Incident("[x] Take the flag back @karl", "Test the rollback") };

        world.Run();

        Assert.Equal([100], world.Closed);
        Assert.Contains("- [x] [#100]", world.Document, StringComparison.Ordinal);
        Assert.Contains("1 of 2 done", world.Status!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void An_issue_of_a_ticked_task_that_somebody_opens_again_stays_open()
    {
        var world = new World { Record = Incident("[x] Take the flag back @karl", "Test the rollback") };
        world.Run();

        world.Closed.Clear();
        world.Run();

        Assert.Empty(world.Closed);
        Assert.Contains("- [ ] [#100]", world.Document, StringComparison.Ordinal);
        Rests(world);
    }

    private static World Reviewed()
    {
        var world = new World { Record = Incident("Add an alert", "Test the rollback") };
        world.Run();
        return world;
    }

    private static IncidentRecord Incident(params string[] tasks) => Of(("Impact", "All."), ("Tasks", string.Join('\n', tasks.Select(task => $"- {task}"))));

    private static IncidentRecord Of(params (string Label, string Value)[] fields) => Records.Incident with { Body = Records.Body(fields) };

    private static void Edit(World world, string before, string after)
    {
        Assert.Contains(before, world.Document, StringComparison.Ordinal);
        world.Document = world.Document!.Replace(before, after, StringComparison.Ordinal);
    }

    private static void Rests(World world) => Assert.Equal([], world.Plan().Changes.Select(change => change.Describe()));
}
