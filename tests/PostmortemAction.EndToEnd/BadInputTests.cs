using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>What goes wrong at a team's first tries, and on a bad day: each has a clear message and loses nothing.</summary>
public class BadInputTests(Stage stage) : EndToEndTests(stage)
{
    [Fact]
    public async Task Without_a_token_the_run_fails_and_says_where_it_comes_from()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), token: null);

        AssertFailed(result, "No token was given.");
    }

    [Fact]
    public async Task A_token_that_GitHub_does_not_accept_is_said()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), token: "expired");

        AssertFailed(result, "GitHub does not accept the token");
    }

    [Theory]
    [InlineData("POST", "/issues$", "issues=write", "`issues: write`")]
    [InlineData("PUT", "/contents/", "contents=write", "`contents: write`")]
    [InlineData("POST", "/pulls$", "pull_requests=write", "`pull-requests: write`")]
    public async Task A_token_without_permission_names_the_permission_that_is_missing(string method, string path, string accepted, string expected)
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.NoPermission(method, path, accepted));

        var result = await LabelResolvedAsync(issue);

        AssertFailed(result, $"Give the job {expected} under `permissions:`.");
    }

    [Fact]
    public async Task A_server_without_sub_issues_is_asked_once_and_told_once()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.NoSubIssues);

        var result = await LabelResolvedAsync(issue);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(await WritesAsync(), request => request.Path.EndsWith("/sub_issues", StringComparison.Ordinal));
        Assert.Single(Json(result.Outputs["problems"]).EnumerateArray(), problem => problem.GetProperty("code").GetString() == "sub-issues-missing");
        Assert.Equal(2, (await StateAsync()).Issues.Count(each => each.Labels.Contains("follow-up")));
    }

    [Fact]
    public async Task An_issue_that_is_not_there_is_said()
    {
        var result = await DispatchAsync("4711");

        AssertFailed(result, "There is no issue 4711 in this repository.");
    }

    [Fact]
    public async Task A_pull_request_is_no_incident()
    {
        await LabelResolvedAsync(await Stage.FileIncidentAsync());
        var pull = (await StateAsync()).Pulls.Single();

        var result = await DispatchAsync($"{pull.Number}");

        AssertFailed(result, $"Number {pull.Number} is a pull request, no issue.");
    }

    [Fact]
    public async Task An_issue_without_the_incident_label_ends_green_with_a_notice()
    {
        var issue = await GitHub.CreateIssueAsync(Stage.Repository, "mira", "A wish", "", []);

        var result = await DispatchAsync($"{issue.Number}");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"::notice::Issue {issue.Number} is no incident", result.Log, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Fact]
    public async Task An_incident_that_is_not_over_ends_green_with_a_notice()
    {
        var issue = await GitHub.CreateIssueAsync(Stage.Repository, "mira", "Incident: slow", Stage.Body, ["incident"]);

        var result = await RunAsync("issues", IssueEvent(issue.Number, "edited", labels: ["incident"]));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("is not over yet", result.Log, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Theory]
    [InlineData("incident-lable: outage\n", ".github/postmortem.yml", 1, "Did you mean `incident-label`?")]
    [InlineData("directory: x\ntime-zone: Europe/Berln\n", ".github/postmortem.yml", 2, "`Europe/Berlin`")]
    [InlineData("directory: [a, b]\n", ".github/postmortem.yml", 1, "Give it one value.")]
    [InlineData("directory: ../outside\n", ".github/postmortem.yml", 1, "a folder below the repository's root")]
    public async Task A_mistake_in_the_configuration_is_shown_at_its_line(string text, string file, int line, string expected)
    {
        await Stage.ResetAsync((".github/postmortem.yml", text));

        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync());

        AssertFailed(result, expected);
        Assert.Contains($"::error file={file},line={line},", result.Log, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Fact]
    public async Task A_configuration_that_the_input_names_and_that_is_missing_is_said()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), inputs: new Dictionary<string, string> { ["config"] = ".github/pm.yml" });

        AssertFailed(result, "The default branch has no file `.github/pm.yml`");
    }

    [Fact]
    public async Task A_template_that_is_missing_is_said_before_anything_is_written()
    {
        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), inputs: new Dictionary<string, string> { ["template"] = "nowhere.md" });

        AssertFailed(result, "The default branch has no file `nowhere.md`");
        Assert.Empty(await WritesAsync());
    }

    [Theory]
    [InlineData("# {{title}}\n\n{{#if impact}}\n", 3, 1)]
    [InlineData("# {{title}}\n\nSee {{titel}}\n", 3, 5)]
    public async Task A_mistake_in_the_template_is_shown_at_its_line_and_column_and_nothing_half_written_stays(string template, int line, int column)
    {
        await Stage.ResetAsync(("pm.hbs", template));

        var result = await LabelResolvedAsync(await Stage.FileIncidentAsync(), inputs: new Dictionary<string, string> { ["template"] = "pm.hbs" });

        AssertFailed(result, "The template has a mistake");
        Assert.Contains($"::error file=pm.hbs,line={line},col={column},", result.Log, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Fact]
    public async Task A_body_edited_beyond_recognition_still_gives_a_postmortem_that_says_what_is_missing()
    {
        var issue = await Stage.FileIncidentAsync("it was all on fire\r\n\r\n#### Severiti\r\n\r\n```\r\nnever closed");

        var result = await LabelResolvedAsync(issue);

        Assert.Equal(0, result.ExitCode);
        var pull = Assert.Single((await StateAsync()).Pulls);
        Assert.Contains("missing-root-cause", pull.Body, StringComparison.Ordinal);
        Assert.Contains("it was all on fire", (await StateAsync()).Branch(pull.Head).Files[result.Outputs["postmortem-path"]], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_said()
    {
        var result = await ActionProcess.RunAsync(new("http://127.0.0.1:9/"), Stage.Repository, "issues", IssueEvent(1, "labeled", "resolved"), Stage.Token);

        AssertFailed(result, "cannot be reached");
    }

    [Fact]
    public async Task Answers_that_are_not_JSON_are_said()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Fault.NotJson);

        var result = await LabelResolvedAsync(issue);

        AssertFailed(result, "does a proxy stand between?");
    }

    [Fact]
    public async Task One_incident_that_cannot_be_done_does_not_keep_the_others_from_theirs()
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await DispatchAsync($"4711 {issue}");

        AssertFailed(result, "There is no issue 4711");
        Assert.Single((await StateAsync()).Pulls);
        Assert.Equal("created", result.Outputs["pull-request-operation"]);
    }
}
