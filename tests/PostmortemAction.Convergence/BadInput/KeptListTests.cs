using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>The list of tasks below whatever headings, and in whatever table, people keep it.</summary>
public class KeptListTests
{
    [Fact]
    public void A_follow_up_that_somebody_closed_stays_closed_and_is_ticked_where_its_row_was_moved_to()
    {
        var world = Published();
        Edit(world, "- [ ] [#14]", "#### Later\n\n- [ ] [#14]");
        Run(world);

        world.GitHub.People.EditIssue("jun", 14, state: "closed");
        Run(world);
        Rests(world);

        Assert.False(world.GitHub.Repository.Issue(14)!.IsOpen);
        Assert.Contains("#### Later\n\n- [x] [#14]", world.Document(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_task_is_listed_below_the_heading_that_people_gave_the_list()
    {
        var world = Published();
        Edit(world, "### Tasks", "### What we will do");
        Run(world);

        AddTask(world, "Rotate the keys");
        Run(world);

        Assert.Contains("Write the runbook\n- [ ] [#17](https://github.com/acme/shop/issues/17) Rotate the keys\n", world.Document(), StringComparison.Ordinal);
        Assert.DoesNotContain("### Missing or to check", world.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(world.GitHub.Repository.Comments, comment => comment.Issue.Number == world.PullRequest()!.Number);
        Rests(world);
    }

    [Theory]
    [InlineData("#### Later")]
    [InlineData("### Action items")]
    public void A_row_that_people_add_below_a_heading_of_their_own_gets_its_link_and_stands_there_once(string heading)
    {
        var world = Published();

        Edit(world, "- [ ] [#15]", $"{heading}\n\n- Page the team @jun\n- [ ] [#15]");
        Run(world);

        Assert.Contains($"{heading}\n\n- [#17](https://github.com/acme/shop/issues/17) Page the team @jun\n", world.Document(), StringComparison.Ordinal);
        Assert.Equal(2, world.Document()!.Split("Page the team").Length);
        Rests(world);
    }

    [Fact]
    public void Rows_of_a_section_of_tasks_that_people_add_get_their_links_there_and_no_second_row()
    {
        var world = Published();

        Edit(world, "\n## Lessons", "\n## Action items of the database team\n\n- Page the team @jun\n\n## Lessons");
        Run(world);

        Assert.Contains("database team\n\n- [#17](https://github.com/acme/shop/issues/17) Page the team @jun\n", world.Document(), StringComparison.Ordinal);
        Assert.Equal(2, world.Document()!.Split("Page the team").Length);
        Rests(world);
    }

    [Fact]
    public void A_table_whose_header_got_a_column_before_its_rows_did_brings_no_second_issue_and_no_other_name()
    {
        var world = Worlds.FirstPublish();
        world.GitHub.People.Commit("mira", "main", "Configure", [(".github/postmortem.yml", "template: google-sre\n")]);
        Run(world);
        var count = world.GitHub.Repository.Issues.Count;

        Edit(world, "| Action item | Type |", "| Action item | Area | Type |");
        Edit(world, "| --- | --- | --- | --- | --- | --- |\n| Add an alert", "| --- | --- | --- | --- | --- | --- | --- |\n| Add an alert");
        Run(world);

        Assert.Equal(count, world.GitHub.Repository.Issues.Count);
        Assert.Equal("Add an alert on failed logins", world.GitHub.Repository.Issue(13)!.Title);
        Rests(world);
    }

    [Fact]
    public void A_list_that_somebody_wrote_anew_without_its_links_gets_them_back_and_no_second_issues()
    {
        var world = Published();
        world.GitHub.People.EditIssue("jun", 15, state: "closed");
        Run(world);
        var count = world.GitHub.Repository.Issues.Count;

        Edit(world, "- [ ] [#13](https://github.com/acme/shop/issues/13) Add an alert on failed logins", "- Add a loud alert on failed logins");
        Edit(world, "- [ ] [#14](https://github.com/acme/shop/issues/14) ", "- ");
        Edit(world, "- [x] [#15](https://github.com/acme/shop/issues/15) ", "- [ ] ");
        Run(world);

        Assert.Equal(count, world.GitHub.Repository.Issues.Count);
        Assert.Equal("Add a loud alert on failed logins", world.GitHub.Repository.Issue(13)!.Title);
        Assert.False(world.GitHub.Repository.Issue(15)!.IsOpen);
        Assert.Contains("- [#13](https://github.com/acme/shop/issues/13) Add a loud alert on failed logins", world.Document(), StringComparison.Ordinal);
        Assert.Contains("- [x] [#15](https://github.com/acme/shop/issues/15) Write the runbook", world.Document(), StringComparison.Ordinal);
        Rests(world);
    }

    [Fact]
    public void A_table_without_a_column_for_dates_takes_no_date_away()
    {
        var world = Published();
        Edit(
            world,
            """
            - [ ] [#13](https://github.com/acme/shop/issues/13) Add an alert on failed logins · @jun · due 2026-02-01
            - [ ] [#14](https://github.com/acme/shop/issues/14) Test the rollback
            - [ ] [#15](https://github.com/acme/shop/issues/15) Write the runbook
            """,
            """
            | Task | Status |
            | --- | --- |
            | Add an alert on failed logins | open |
            | Test the rollback | open |
            | Write the long runbook | open |
            """);
        Run(world);

        AddTask(world, "Rotate the keys @jun due 2026-03-01");
        Run(world);

        Assert.Contains("- Due: 2026-02-01", world.GitHub.Repository.Issue(13)!.Body, StringComparison.Ordinal);
        Assert.Equal("Write the long runbook", world.GitHub.Repository.Issue(15)!.Title);
        Assert.Contains("| Write the long runbook | open |\n| Rotate the keys | – |\n", world.Document(), StringComparison.Ordinal);
        Rests(world);
        Assert.Contains("- Due: 2026-03-01", world.GitHub.Repository.Issue(17)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_was_taken_out_is_told_of_once()
    {
        var world = Published();
        var list = world.Document()![world.Document()!.IndexOf("### Tasks", StringComparison.Ordinal)..world.Document()!.IndexOf("## Lessons", StringComparison.Ordinal)];

        Edit(world, list, "");
        Run(world);

        Assert.Contains("- [ ] The document lists no follow-up, though some are still open.", world.PullRequest()!.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("has no row in the document", world.PullRequest()!.Body, StringComparison.Ordinal);
        Rests(world);
    }

    private static World Published()
    {
        var world = Worlds.FirstPublish();
        Run(world);
        return world;
    }

    private static void Edit(World world, string before, string after)
    {
        Assert.Contains(before, world.Document(), StringComparison.Ordinal);
        world.GitHub.People.EditFile("mira", world.Branch, world.DocumentPath()!, text => text.Replace(before, after, StringComparison.Ordinal));
    }

    private static void AddTask(World world, string task) =>
        world.GitHub.People.EditIssue("mira", world.Incident, body: $"{world.GitHub.Repository.Issue(world.Incident)!.Body}\n- {task}");

    private static void Run(World world)
    {
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(5));
        var result = ActionInProcess.Run(world.GitHub, world.Incident);
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        world.GitHub.CheckAtRest();
        Assert.Empty(world.GitHub.Violations);
    }

    private static void Rests(World world)
    {
        var count = world.GitHub.Requests.Count;
        Run(world);
        Assert.DoesNotContain(world.GitHub.Requests.Skip(count), request => request.IsWrite);
    }
}
