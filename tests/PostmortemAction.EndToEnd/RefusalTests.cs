using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>What GitHub refuses in the middle of the work, and what is not where it was.</summary>
public class RefusalTests(Stage stage) : EndToEndTests(stage)
{
    [Theory]
    [InlineData("no-such-person")]
    [InlineData("stranger")]
    public async Task An_owner_who_cannot_be_assigned_costs_a_note_and_not_the_follow_up(string login)
    {
        var issue = await Stage.FileIncidentAsync(Stage.Body + $"\n- Rotate the keys @{login}");

        var result = await LabelResolvedAsync(issue);

        Assert.True(result.ExitCode == 0, result.Log);
        var state = await StateAsync();
        Assert.Equal(3, state.Issue(issue).SubIssues.Count);
        Assert.Empty(state.Issues.Single(each => each.Title.StartsWith("Rotate", StringComparison.Ordinal)).Assignees);
        Assert.Equal(["jun"], state.Issues.Single(each => each.Title.StartsWith("Add an alert", StringComparison.Ordinal)).Assignees);
        var note = Assert.Single(Json(result.Outputs["problems"]).EnumerateArray(), problem => problem.GetProperty("code").GetString() == "assignee-dropped");
        Assert.Contains($"`{login}`", note.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_halfway_tells_what_was_made_and_the_next_run_goes_on_from_there()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.NoPermission("PUT", "/contents/", "contents=write"));

        var result = await LabelResolvedAsync(issue);
        await GitHub.ClearFaultsAsync();
        var second = await LabelResolvedAsync(issue);

        AssertFailed(result, $"Incident {issue}: The token may not do this: PUT");
        var followUps = (await StateAsync()).Issue(issue).SubIssues;
        Assert.Equal(2, followUps.Count);
        Assert.Equal(($"[{string.Join(',', followUps)}]", "true", "none"), (result.Outputs["follow-up-issues"], result.Outputs["changed"], result.Outputs["pull-request-operation"]));
        Assert.Contains("\"permission-missing\"", result.Outputs["problems"], StringComparison.Ordinal);
        Assert.Contains("2 of 5 changes made.", result.Summary, StringComparison.Ordinal);
        Assert.Contains($"[#{followUps[0]}](https://github.com/acme/shop/issues/{followUps[0]})", result.Summary, StringComparison.Ordinal);
        Assert.Contains("Give the job `contents: write`", result.Summary, StringComparison.Ordinal);
        Assert.Equal((0, "created"), (second.ExitCode, second.Outputs["pull-request-operation"]));
        Assert.Equal(followUps, (await StateAsync()).Issue(issue).SubIssues);
    }

    [Fact]
    public async Task Where_the_first_change_is_refused_nothing_changed()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.NoPermission("POST", "/issues$", "issues=write"));

        var result = await LabelResolvedAsync(issue);

        AssertFailed(result, "Give the job `issues: write`");
        Assert.Equal(("false", "[]", ""), (result.Outputs["changed"], result.Outputs["follow-up-issues"], result.Outputs["pull-request-number"]));
    }

    [Fact]
    public async Task What_could_not_be_done_is_among_the_problems_too()
    {
        var result = await DispatchAsync("4711");

        var problem = Assert.Single(Json(result.Outputs["problems"]).EnumerateArray());
        Assert.Equal(("issue-missing", "error"), (problem.GetProperty("code").GetString(), problem.GetProperty("level").GetString()));
        Assert.StartsWith("Incident 4711: ", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("false", result.Outputs["changed"]);
        Assert.Contains("## Postmortem of incident 4711", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_the_outputs_say_that_nothing_was_done()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), token: null);

        Assert.Equal(("false", "none"), (result.Outputs["changed"], result.Outputs["pull-request-operation"]));
        Assert.Contains("token-missing", result.Outputs["problems"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_issue_is_missing_like_one_that_never_was()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(new Fault { Method = "GET", Path = $"/issues/{issue}(/|$)", Status = 410 });

        var result = await DispatchAsync($"{issue}");

        AssertFailed(result, $"There is no issue {issue} in this repository.");
    }

    [Theory]
    [InlineData("acme/archive", "/repos/acme/archive/issues/1")]
    [InlineData("acme/shop", "/repos/acme/shop/issues/2")]
    public async Task Of_a_transferred_issue_is_said_where_it_went_and_nothing_is_done(string repository, string location)
    {
        var issue = await Stage.FileIncidentAsync();
        var there = await GitHub.CreateIssueAsync(repository, "mira", "Incident: Login is down", Stage.Body, ["incident", "resolved"]);
        Assert.EndsWith($"/issues/{there.Number}", location, StringComparison.Ordinal);
        var headers = new Dictionary<string, string> { ["location"] = GitHub.Url + location[1..] };
        await FaultAsync(new Fault { Method = "GET", Path = $"^/repos/acme/shop/issues/{issue}$", Status = 301, Headers = headers });

        var result = await DispatchAsync($"{issue}");

        AssertFailed(result, $"it was transferred to `{repository}#{there.Number}`");
        Assert.Contains($"(https://github.com/{repository}/issues/{there.Number})", result.Log, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_in_the_middle_still_leaves_the_outputs()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(new Fault { Method = "PUT", Path = "/contents/", Drop = true });

        var result = await LabelResolvedAsync(issue);

        AssertFailed(result, "cannot be reached");
        Assert.Equal(("true", ""), (result.Outputs["changed"], result.Outputs["pull-request-number"]));
        Assert.NotEqual("[]", result.Outputs["follow-up-issues"]);
    }

    [Theory]
    [InlineData("GITHUB_OUTPUT", "/nowhere/output", "outputs")]
    [InlineData("GITHUB_STEP_SUMMARY", "/nowhere/summary", "summary")]
    public async Task A_file_of_the_runners_that_cannot_be_written_ends_red_and_undoes_nothing(string variable, string path, string what)
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { [variable] = path });
        var second = await LabelResolvedAsync(issue);

        AssertFailed(result, $"The runner takes no {what}: the file of `{variable}` cannot be written");
        Assert.Contains("What was done on GitHub stays done.", result.Log, StringComparison.Ordinal);
        Assert.Single(result.Log.Split('\n'), line => line.StartsWith("::error", StringComparison.Ordinal));
        var state = await StateAsync();
        Assert.Single(state.Pulls);
        Assert.Equal(2, state.Issue(issue).SubIssues.Count);
        Assert.Equal((0, "false"), (second.ExitCode, second.Outputs["changed"]));
    }

    [Fact]
    public async Task Who_debugs_sees_each_request_and_its_answer()
    {
        var issue = await Stage.FileIncidentAsync();

        var quiet = await LabelResolvedAsync(issue);
        var loud = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { ["RUNNER_DEBUG"] = "1" });

        Assert.DoesNotContain("::debug::", quiet.Log, StringComparison.Ordinal);
        Assert.Contains($"::debug::GET /repos/acme/shop/issues/{issue}/timeline?exclude=commented&per_page=100 200", loud.Log, StringComparison.Ordinal);
        Assert.Equal(2, loud.Log.Split(Stage.Token).Length);
    }
}
