using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>Where the setting that lets Actions open pull requests is off, as it is in a new repository.</summary>
public class ForbiddenPullRequestTests(Stage stage) : EndToEndTests(stage)
{
    private const string Path = "postmortems/2024/2024-04-14-login-is-down.md";

    [Fact]
    public async Task Where_Actions_may_not_open_pull_requests_all_else_is_done_and_a_person_gets_the_link()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);

        var result = await LabelResolvedAsync(issue);

        AssertFailed(result, $"https://github.com/acme/shop/compare/main...postmortem/incident-{issue}?expand=1");
        var state = await StateAsync();
        Assert.Empty(state.Pulls);
        Assert.True(state.Branch($"postmortem/incident-{issue}").Files.ContainsKey("postmortems/2024/2024-04-14-login-is-down.md"));
        Assert.Equal(2, state.Issue(issue).SubIssues.Count);
        Assert.Contains("[open the pull request](https://github.com/acme/shop/compare/", state.CommentsOn(issue).Single(comment => comment.Author == "postmortem-bot").Body, StringComparison.Ordinal);
        Assert.Equal(("", "none"), (result.Outputs["pull-request-number"], result.Outputs["pull-request-operation"]));
    }

    [Fact]
    public async Task Once_Actions_may_open_pull_requests_the_next_run_goes_on_without_second_copies()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);
        await LabelResolvedAsync(issue);
        await GitHub.ClearFaultsAsync();

        var result = await LabelResolvedAsync(issue);
        var third = await LabelResolvedAsync(issue);

        Assert.Equal((0, "created"), (result.ExitCode, result.Outputs["pull-request-operation"]));
        var state = await StateAsync();
        Assert.Single(state.Pulls);
        Assert.Equal(2, state.Issues.Count(each => each.Labels.Contains("follow-up")));
        Assert.Single(state.Branch($"postmortem/incident-{issue}").Commits, commit => commit.Message.StartsWith("Add the postmortem", StringComparison.Ordinal));
        Assert.Equal("false", third.Outputs["changed"]);
    }

    [Fact]
    public async Task A_pull_request_that_a_person_opened_from_the_link_is_taken_over_and_left_as_they_wrote_it()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);
        await LabelResolvedAsync(issue);
        await GitHub.ClearFaultsAsync();
        await GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/pulls", new { title = "Mine", head = $"postmortem/incident-{issue}", @base = "main", body = "Mine" });

        var result = await LabelResolvedAsync(issue);
        var third = await LabelResolvedAsync(issue);

        var pull = Assert.Single((await StateAsync()).Pulls);
        Assert.Equal(("Mine", "Mine"), (pull.Title, pull.Body));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("false", third.Outputs["changed"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task As_long_as_it_is_forbidden_further_runs_change_nothing_and_say_so_again(bool isPathTaken)
    {
        await Stage.ResetAsync(isPathTaken ? [(Path, "# Another incident's\n")] : []);
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);
        var first = await LabelResolvedAsync(issue);
        var before = await StateAsync();

        var second = await LabelResolvedAsync(issue);

        AssertFailed(second, "may not open pull requests");
        Assert.Equal(("true", "false"), (first.Outputs["changed"], second.Outputs["changed"]));
        Assert.Equal(first.Outputs["postmortem-path"], second.Outputs["postmortem-path"]);
        Assert.Contains("0 of 2 changes made.", second.Summary, StringComparison.Ordinal);
        var after = await StateAsync();
        Assert.Equal(before.Branches.Select(branch => branch.Sha), after.Branches.Select(branch => branch.Sha));
        Assert.Equal(before.Comments.Select(comment => comment.UpdatedAt), after.Comments.Select(comment => comment.UpdatedAt));
        Assert.DoesNotContain(await WritesAsync(), request => request.Method == "PATCH" && request.Path.Contains("/comments/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_a_pull_request_that_a_person_opened_new_facts_still_move_the_document(bool isPathTaken)
    {
        await Stage.ResetAsync(isPathTaken ? [(Path, "# Another incident's\n")] : []);
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);
        var path = (await LabelResolvedAsync(issue)).Outputs["postmortem-path"];
        await GitHub.ClearFaultsAsync();
        await OpenByHandAsync(issue);
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "11:10 Escalation: called the database team", Stage.At("12:30"));

        var second = await LabelResolvedAsync(issue);
        var third = await LabelResolvedAsync(issue);

        Assert.Equal((0, path, "updated"), (second.ExitCode, second.Outputs["postmortem-path"], second.Outputs["pull-request-operation"]));
        Assert.DoesNotContain("document-edited", second.Outputs["problems"], StringComparison.Ordinal);
        var state = await StateAsync();
        var files = state.Branch($"postmortem/incident-{issue}").Files;
        Assert.Contains("called the database team", files[path], StringComparison.Ordinal);
        Assert.Equal(isPathTaken, files.ContainsKey(Path) && files[Path] == "# Another incident's\n");
        Assert.Equal(("Mine", "false"), (Assert.Single(state.Pulls).Body, third.Outputs["changed"]));
    }

    [Fact]
    public async Task What_a_person_wrote_into_the_document_of_their_pull_request_stays_and_what_is_new_is_offered_there()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.PullRequestsForbidden);
        await LabelResolvedAsync(issue);
        await GitHub.ClearFaultsAsync();
        await OpenByHandAsync(issue);
        var branch = $"postmortem/incident-{issue}";
        var file = await GitHub.ActAsync("mira", HttpMethod.Get, $"/repos/acme/shop/contents/{Path}?ref={branch}");
        await GitHub.ActAsync("mira", HttpMethod.Put, $"/repos/acme/shop/contents/{Path}", new { message = "My words", content = Convert.ToBase64String("# Mine\n"u8), sha = file.Body.GetProperty("sha").GetString(), branch });

        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "11:10 Escalation: called the database team", Stage.At("12:30"));

        await LabelResolvedAsync(issue);

        var state = await StateAsync();
        Assert.Equal("# Mine\n", state.Branch(branch).Files[Path]);
        Assert.Contains("called the database team", Assert.Single(state.CommentsOn(state.Pulls.Single().Number)).Body, StringComparison.Ordinal);
    }

    private Task<Answer> OpenByHandAsync(int issue) =>
        GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/pulls", new { title = "Mine", head = $"postmortem/incident-{issue}", @base = "main", body = "Mine" });
}
