using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Archives;

public class IndexPullRequestTests
{
    [Fact]
    public void A_push_of_postmortems_opens_one_pull_request_with_the_index_and_a_second_run_writes_nothing()
    {
        var library = new Library();

        var result = library.RunWell();

        Assert.Equal("true", result.Outputs["changed"]);
        Assert.Equal("Postmortems: the index", Assert.Single(library.Pulls).Title);
        Assert.Contains("**3 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.Equal(3, ArchiveCache.Parse(library.OnBranch(Library.Data), "", out _).Documents.Count);
        Assert.Null(library.OnMain(Library.Readme));
        Assert.Contains("3 postmortems; 2 changes made, pull request [#", result.Summary, StringComparison.Ordinal);
        library.AssertRests();
        Assert.Contains("Index: nothing to do", library.Run().Log, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_postmortem_comes_onto_the_same_branch_with_a_commit_that_follows_both_and_reads_only_what_is_new()
    {
        var library = new Library();
        library.RunWell();
        var head = library.BranchHead!;
        library.Publish(4);
        var (main, count) = (library.GitHub.Repository.Branch("main")!, library.GitHub.Requests.Count);

        library.RunWell();

        var commit = library.GitHub.Repository.Git.Commit(library.BranchHead!)!;
        Assert.Equal([head, main], commit.Parents);
        Assert.Single(library.Pulls);
        Assert.Contains("**4 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.NotNull(library.OnBranch(Library.Path(4)));
        Assert.InRange(library.GitHub.Requests.Count - count, 1, 12);
        library.AssertRests();
    }

    [Fact]
    public void What_people_write_above_and_below_stays_whether_they_write_it_on_the_branch_or_on_the_default_branch()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.EditFile("jun", IndexBranch.Name, Library.Readme, text => text.Replace("# Postmortems\n", "# Postmortems\n\nRead them before you deploy.\n", StringComparison.Ordinal));
        library.Publish(4);
        library.RunWell();
        library.GitHub.People.Merge("mira", library.Pulls[0].Number);
        library.RunWell();
        library.GitHub.People.EditFile("mira", "main", Library.Readme, text => text + "\nBelow: whom to ask.\n");
        library.Publish(5);
        library.RunWell();
        library.GitHub.People.EditFile("jun", IndexBranch.Name, Library.Readme, text => text + "\nWritten in the pull request.\n");
        library.GitHub.People.EditFile("mira", "main", Library.Readme, text => text + "\nWritten on the default branch.\n");
        library.Publish(6);

        library.RunWell();

        var text = library.OnBranch(Library.Readme)!;
        Assert.Contains("**6 postmortems**", text, StringComparison.Ordinal);
        Assert.All(
            ["Read them before you deploy.", "Below: whom to ask.", "Written in the pull request.", "Written on the default branch."],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Equal(2, library.Pulls.Count);
        library.AssertRests();
    }

    [Fact]
    public void After_the_merge_there_is_nothing_to_do_until_the_next_postmortem_which_opens_a_new_pull_request()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.Merge("mira", library.Pulls[0].Number);
        library.AssertRests();
        library.Publish(4);

        library.RunWell();

        Assert.Equal([false, true], library.Pulls.Select(pull => pull.IsOpen));
        Assert.Contains("**4 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.Contains("**3 postmortems**", library.OnMain(Library.Readme), StringComparison.Ordinal);
        library.AssertRests();
    }

    [Fact]
    public void Closed_without_merging_it_rests_until_somebody_reopens_it_or_deletes_the_branch()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.ClosePullRequest("mira", library.Pulls[0].Number);
        library.Publish(4);
        library.AssertRests();
        Assert.Contains("the index rests", library.Run().Summary, StringComparison.Ordinal);

        library.GitHub.People.ReopenPullRequest("mira", library.Pulls[0].Number);
        library.RunWell();
        Assert.Contains("**4 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);

        library.GitHub.People.ClosePullRequest("mira", library.Pulls[0].Number);
        library.GitHub.People.DeleteBranch("mira", IndexBranch.Name);
        library.RunWell();
        Assert.Equal([false, true], library.Pulls.Select(pull => pull.IsOpen));
        library.AssertRests();
    }

    [Fact]
    public void Two_runs_at_once_make_one_pull_request_whichever_request_they_meet_at()
    {
        for (var k = 1; k <= 16; k++)
        {
            foreach (var point in Enum.GetValues<HoldPoint>())
            {
                var library = new Library();
                ActionInProcess.RunPreempted(library.GitHub, library.World.Incident, k, point, @event: Library.Pushed);
                library.GitHub.Time.Advance(TimeSpan.FromMinutes(5));

                library.RunWell();

                Assert.Single(library.Pulls);
                Assert.Contains("**3 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
                library.AssertRests();
            }
        }
    }

    [Fact]
    public void A_lost_ledger_costs_nobody_a_word_and_makes_nothing_twice()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.EditFile("jun", IndexBranch.Name, Library.Readme, text => text + "\nOurs.\n");
        library.GitHub.People.DeleteRef("mira", "refs/postmortem/repository");
        library.Publish(4);

        library.RunWell();

        Assert.Single(library.Pulls);
        Assert.Contains("Ours.", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        library.AssertRests();
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("readme.MD")]
    public void An_index_that_people_began_is_gone_on_with(string name)
    {
        var library = new Library();
        library.GitHub.People.Commit("mira", "main", "Begin", ($"postmortems/{name}", "# Our incidents\n"));

        library.RunWell();

        Assert.StartsWith("# Our incidents\n\n<!-- postmortem-action index begin", library.OnBranch($"postmortems/{name}"), StringComparison.Ordinal);
        library.AssertRests();
    }

    [Fact]
    public void Where_somebody_wrote_into_our_part_nothing_is_written_and_one_problem_says_so()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.EditFile("jun", IndexBranch.Name, Library.Readme, text => text.Replace("**3 postmortems**", "**Three postmortems**", StringComparison.Ordinal));
        library.Publish(4);
        var count = library.GitHub.Requests.Count;

        var result = library.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("title=index-edited::", result.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(library.GitHub.Requests.Skip(count), request => request.IsWrite);
    }

    [Fact]
    public void Data_that_somebody_broke_is_made_anew_and_told_once()
    {
        var library = new Library();
        library.RunWell();
        library.GitHub.People.Commit("mira", IndexBranch.Name, "Oh", (Library.Data, "<<<<<<<"));

        var result = library.RunWell();

        Assert.Contains("title=index-data-broken::", result.Log, StringComparison.Ordinal);
        Assert.Equal(3, ArchiveCache.Parse(library.OnBranch(Library.Data), "", out _).Documents.Count);
        library.AssertRests();
    }

    [Theory]
    [InlineData("\"title\":", "\"tasks\":2000000000,\"title\":")]
    [InlineData("\"date\":\"2", "\"date\":\"-2")]
    [InlineData("\"reason\":\"", "\"reason\":\"<!-- postmortem-action index end -->")]
    public void A_figure_or_a_sentence_that_somebody_wrote_into_the_data_ends_no_run_and_is_gone_after_one(string ours, string theirs)
    {
        var library = new Library();
        library.RunWell();
        var (readme, data) = (library.OnBranch(Library.Readme), library.OnBranch(Library.Data));
        library.GitHub.People.Commit("mira", IndexBranch.Name, "Oh", (Library.Data, data!.Replace(ours, theirs, StringComparison.Ordinal)));

        var result = library.RunWell();

        Assert.Contains("title=index-data-broken::", result.Log, StringComparison.Ordinal);
        Assert.Equal((readme, data), (library.OnBranch(Library.Readme), library.OnBranch(Library.Data)));
        library.AssertRests();
    }

    [Fact]
    public void Where_pull_requests_are_forbidden_the_branch_is_there_and_the_problem_says_what_to_do()
    {
        var library = new Library();

        var result = ActionInProcess.Run(library.GitHub, library.World.Incident, new() { Event = Library.Pushed, Faults = [FaultCatalogue.All.Single(fault => fault.Id == "F20").From(1)] });

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("compare/main...postmortem/index", result.Log, StringComparison.Ordinal);
        Assert.Contains("**3 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        library.RunWell();
        Assert.Single(library.Pulls);
        library.AssertRests();
    }

    [Fact]
    public void Without_postmortems_or_with_the_index_off_nothing_is_written()
    {
        var empty = new Library(Worlds.NoTasks());
        empty.AssertRests();

        var off = new Library();
        off.RunWell(inputs: new Dictionary<string, string> { ["index"] = "off" });

        Assert.DoesNotContain(empty.GitHub.Requests.Concat(off.GitHub.Requests), request => request.IsWrite);
    }

    [Fact]
    public void A_dry_run_prints_the_plan_and_writes_nothing()
    {
        var library = new Library();

        var result = library.RunWell(inputs: new Dictionary<string, string> { ["dry-run"] = "true" });

        Assert.Contains("create branch postmortem/index: postmortems/README.md, postmortems/index.json", result.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(library.GitHub.Requests, request => request.IsWrite);
    }

    [Fact]
    public void A_merged_postmortem_is_in_the_index_by_the_run_that_notes_the_merge()
    {
        var world = Worlds.FirstPublish();
        ActionInProcess.Run(world.GitHub, world.Incident);
        world.GitHub.People.Merge("mira", world.PullRequest()!.Number);
        var library = new Library(world);

        library.RunWell(("pull_request", FormattableString.Invariant($$"""{"action": "closed", "pull_request": {"number": 1, "merged": true, "head": {"ref": "{{world.Branch}}"} } }""")));

        Assert.Contains("3\u00A0open,\u00A00\u00A0done", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        world.GitHub.People.EditIssue("mira", world.FollowUps().First().First().Number, state: "closed");
        library.RunWell();
        Assert.Contains("2\u00A0open,\u00A01\u00A0done", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        library.AssertRests();
    }
}
