namespace PostmortemAction.EndToEnd;

/// <summary>Which events do something, and what one costs that does not.</summary>
public class EventTests(Stage stage) : EndToEndTests(stage)
{
    public static TheoryData<string, object> NoIncidents { get; } = new()
    {
        { "issues", IssueEvent(1, "labeled", "needs-triage", labels: ["needs-triage"]) },
        { "issues", IssueEvent(1, "labeled", "needs-triage", labels: ["incident", "needs-triage"]) },
        { "issues", IssueEvent(1, "deleted") },
        { "issue_comment", IssueEvent(1, "created", isPullRequest: true) },
        { "issue_comment", IssueEvent(1, "created", senderType: "Bot", labels: ["incident"]) },
        { "issue_comment", IssueEvent(1, "created", labels: []) },
        { "push", new { @ref = "refs/heads/main" } },
        { "pull_request", new { action = "closed", pull_request = new { head = new { @ref = "my-branch" } } } },
    };

    [Theory]
    [MemberData(nameof(NoIncidents))]
    public async Task An_event_that_is_no_incidents_ends_green_with_a_notice_and_at_most_two_requests(string name, object payload)
    {
        var result = await RunAsync(name, payload);

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.Contains("::notice::", result.Log, StringComparison.Ordinal);
        Assert.True((await GitHub.RequestsAsync()).Requests.Count <= 2);
        Assert.Equal(("none", "false"), (result.Outputs["pull-request-operation"], result.Outputs["changed"]));
    }

    [Fact]
    public async Task A_comment_on_a_resolved_incident_brings_it_to_its_desired_state()
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await RunAsync("issue_comment", IssueEvent(issue, "created"));

        Assert.Equal("created", result.Outputs["pull-request-operation"]);
    }

    [Fact]
    public async Task A_dispatched_run_takes_several_numbers()
    {
        var first = await Stage.FileIncidentAsync();
        var second = await Stage.FileIncidentAsync(title: "Incident: Search is down");

        var result = await RunAsync(
            "workflow_dispatch",
            new { inputs = new Dictionary<string, string> { ["issue-number"] = $"{first}, #{second}" } });

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, (await StateAsync()).Pulls.Count);
    }

    [Fact]
    public async Task A_schedule_takes_every_resolved_incident_that_moved_lately()
    {
        var old = await Stage.FileIncidentAsync(title: "Incident: long ago");
        foreach (var title in (string[])["Incident: Login is down", "Incident: Search is down"])
        {
            await GitHub.CommentAsync(Stage.Repository, await Stage.FileIncidentAsync(title: title), "jun", "Just now.");
        }

        await GitHub.CreateIssueAsync(Stage.Repository, "mira", "Incident: not over", Stage.Body, ["incident"]);

        var result = await RunAsync("schedule", new { schedule = "0 6 * * *" });

        Assert.True(result.ExitCode == 0, result.Log);
        var pulls = (await StateAsync()).Pulls;
        Assert.Equal(2, pulls.Count);
        Assert.DoesNotContain(pulls, pull => pull.Head == $"postmortem/incident-{old}");
    }

    [Fact]
    public async Task A_dry_run_prints_the_plan_and_writes_nothing()
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { ["dry-run"] = "true" });

        Assert.Equal((0, "none", "false"), (result.ExitCode, result.Outputs["pull-request-operation"], result.Outputs["changed"]));
        Assert.Contains("create follow-up issue: Test the rollback", result.Log, StringComparison.Ordinal);
        Assert.Contains("Dry run: 5 changes would be made.", result.Summary, StringComparison.Ordinal);
        Assert.Empty(await WritesAsync());
    }

    [Fact]
    public async Task Independent_reads_run_at_the_same_time()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Tests.GitHubEmulation.Fault.Latency(400));
        await LabelResolvedAsync(issue);

        var log = await GitHub.RequestsAsync();

        Assert.True(log.MaxConcurrency >= 2, $"{log.MaxConcurrency} at once");
        Assert.True(log.Depth < log.Requests.Count, $"{log.Depth} in sequence of {log.Requests.Count}");
    }

    [Fact]
    public async Task A_run_with_nothing_to_do_takes_three_requests_and_a_first_one_without_tasks_fourteen()
    {
        var issue = await Stage.FileIncidentAsync(Stage.Body.Split("### Tasks")[0] + "### Tasks\n\n_No response_\n");
        await LabelResolvedAsync(issue);
        var first = (await GitHub.RequestsAsync()).Requests.Count;
        await LabelResolvedAsync(issue);
        var second = (await GitHub.RequestsAsync()).Requests.Count - first;

        Assert.Equal((14, 3), (first, second));
    }

    [Fact]
    public async Task A_first_publish_with_five_tasks_takes_eleven_requests_in_sequence()
    {
        var issue = await Stage.FileIncidentAsync(Stage.Body.Split("### Tasks")[0] + "### Tasks\n\n" + string.Join('\n', Enumerable.Range(1, 5).Select(i => $"- Harden service number {i}")) + "\n");
        await FaultAsync(Tests.GitHubEmulation.Fault.Latency(400));
        await LabelResolvedAsync(issue);

        var log = await GitHub.RequestsAsync();

        Assert.Equal(11, log.Depth);
    }

    [Fact]
    public async Task An_event_that_is_no_incidents_takes_one_request()
    {
        await RunAsync("issues", IssueEvent(1, "edited", labels: []));

        Assert.Single((await GitHub.RequestsAsync()).Requests);
    }

    [Fact]
    public async Task A_comment_while_an_incident_lasts_takes_one_request_however_many_people_spoke()
    {
        var issue = (await GitHub.CreateIssueAsync(Stage.Repository, "mira", "Incident: not over", Stage.Body, ["incident", "SEV2"])).Number;
        foreach (var login in (string[])["jun", "noor", "stranger", "mira"])
        {
            await GitHub.CommentAsync(Stage.Repository, issue, login, "10:11 still looking");
        }

        var result = await RunAsync("issue_comment", IssueEvent(issue, "created", labels: ["incident", "SEV2"]));

        Assert.Contains($"Incident {issue} is not over yet", result.Log, StringComparison.Ordinal);
        Assert.Single((await GitHub.RequestsAsync()).Requests);
    }

    [Fact]
    public async Task A_server_without_GraphQL_is_asked_for_everything_by_itself()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(new Tests.GitHubEmulation.Fault { Method = "POST", Path = "^/graphql$", Status = 404 });

        var result = await LabelResolvedAsync(issue);

        Assert.Equal((0, "created"), (result.ExitCode, result.Outputs["pull-request-operation"]));
    }
}
