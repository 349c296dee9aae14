namespace PostmortemAction.EndToEnd;

/// <summary>The main job: label an incident resolved, get the pull request and the follow-up issues.</summary>
public class PublishTests(Stage stage) : EndToEndTests(stage)
{
    private const string Path = "postmortems/2024/2024-04-14-login-is-down.md";

    [Fact]
    public async Task Labelling_an_incident_resolved_opens_a_pull_request_that_adds_the_postmortem()
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await LabelResolvedAsync(issue);

        Assert.True(result.ExitCode == 0, result.Log);
        var state = await StateAsync();
        var pull = Assert.Single(state.Pulls);
        Assert.Equal(("Postmortem: Login is down", $"postmortem/incident-{issue}", "main"), (pull.Title, pull.Head, pull.Base));
        Assert.Equal(["postmortem"], pull.Labels);
        Assert.Contains("120 min (2 h)", pull.Body, StringComparison.Ordinal);
        var document = state.Branch(pull.Head).Files[Path];
        Assert.Contains("# Login is down\n", document, StringComparison.Ordinal);
        Assert.Contains("| It is the database. |  | jun |", document, StringComparison.Ordinal);
        Assert.DoesNotContain("buy my book", document, StringComparison.Ordinal);
        Assert.False(state.Branch("main").Files.ContainsKey(Path));
    }

    [Fact]
    public async Task The_commit_names_no_author_so_that_GitHub_signs_it()
    {
        await LabelResolvedAsync(await Stage.FileIncidentAsync());

        var writes = await WritesAsync();
        var document = Json(Assert.Single(writes, request => request.Path.Contains("/contents/", StringComparison.Ordinal)).Body!.ToString()!);
        Assert.StartsWith("Add the postmortem", document.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(["message", "content", "branch"], document.EnumerateObject().Select(property => property.Name));
        var ledgers = writes.Where(request => request.Path.EndsWith("/git/commits", StringComparison.Ordinal)).Select(request => Json(request.Body!.ToString()!)).ToList();
        Assert.NotEmpty(ledgers);
        Assert.All(ledgers, commit => Assert.Equal(["message", "tree", "parents"], commit.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public async Task Each_task_becomes_one_follow_up_issue_attached_to_the_incident()
    {
        var issue = await Stage.FileIncidentAsync();

        await LabelResolvedAsync(issue);

        var state = await StateAsync();
        var followUps = state.Issues.Where(each => each.Labels.Contains("follow-up")).ToList();
        Assert.Equal(["Add an alert on failed logins", "Test the rollback"], followUps.Select(each => each.Title));
        Assert.All(followUps, each => Assert.Equal(["SEV2", "follow-up"], each.Labels.Order(StringComparer.Ordinal)));
        Assert.Equal(["jun"], followUps[0].Assignees);
        Assert.Contains("Due: 2024-06-01", followUps[0].Body, StringComparison.Ordinal);
        Assert.Contains($"https://github.com/acme/shop/issues/{issue}", followUps[0].Body, StringComparison.Ordinal);
        Assert.Contains($"head%3Apostmortem%2Fincident-{issue}", followUps[0].Body, StringComparison.Ordinal);
        Assert.Equal(followUps.Select(each => each.Number), state.Issue(issue).SubIssues);
        var document = state.Branches.Single(branch => branch.Name.StartsWith("postmortem/", StringComparison.Ordinal)).Files[Path];
        Assert.All(followUps, each => Assert.Contains($"- [ ] [#{each.Number}](https://github.com/acme/shop/issues/{each.Number}) {each.Title}", document, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_status_comment_tells_the_incident_what_was_made()
    {
        var issue = await Stage.FileIncidentAsync();

        await LabelResolvedAsync(issue);

        var state = await StateAsync();
        var comment = Assert.Single(state.CommentsOn(issue), comment => comment.Author == "postmortem-bot");
        var pull = Assert.Single(state.Pulls);
        Assert.Contains($"[#{pull.Number}](https://github.com/acme/shop/pull/{pull.Number})", comment.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outputs_the_JSON_and_the_summary_say_what_was_made()
    {
        var issue = await Stage.FileIncidentAsync();

        var result = await LabelResolvedAsync(issue);

        var state = await StateAsync();
        var pull = Assert.Single(state.Pulls);
        var expected = new Dictionary<string, string>
        {
            ["postmortem-path"] = Path,
            ["pull-request-number"] = $"{pull.Number}",
            ["pull-request-url"] = $"https://github.com/acme/shop/pull/{pull.Number}",
            ["pull-request-operation"] = "created",
            ["follow-up-issues"] = $"[{string.Join(',', state.Issue(issue).SubIssues)}]",
            ["changed"] = "true",
            ["duration-minutes"] = "120",
            ["time-to-detect-minutes"] = "4",
            ["time-to-mitigate-minutes"] = "86",
            ["time-to-resolve-minutes"] = "116",
            ["postmortem-json"] = $"postmortem-{issue}.json",
        };
        Assert.Equal(expected, result.Outputs.Where(output => output.Key != "problems").ToDictionary());
        Assert.Contains(Json(result.Outputs["problems"]).EnumerateArray(), problem => problem.GetProperty("code").GetString() == "comments-left-out");
        Assert.Equal(state.Issue(issue).SubIssues[0], Json(result.Json!).GetProperty("follow_ups")[0].GetProperty("issue").GetInt32());
        Assert.Contains("| Duration | 120 min (2 h) |", result.Summary, StringComparison.Ordinal);
        Assert.Contains(pull.Title, "Postmortem: Login is down", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var writes = (await WritesAsync()).Count;

        var second = await LabelResolvedAsync(issue);

        Assert.Equal((0, "unchanged", "false"), (second.ExitCode, second.Outputs["pull-request-operation"], second.Outputs["changed"]));
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    [Fact]
    public async Task With_the_jobs_token_a_second_run_knows_its_own_work_too()
    {
        var issue = await Stage.FileIncidentAsync();
        var first = await LabelResolvedAsync(issue, Stage.JobToken);
        var writes = (await WritesAsync()).Count;

        var second = await LabelResolvedAsync(issue, Stage.JobToken);

        Assert.True(first.ExitCode == 0, first.Log);
        Assert.Equal("false", second.Outputs["changed"]);
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    [Fact]
    public async Task A_new_fact_moves_the_document_and_our_part_of_the_pull_request()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var pull = (await StateAsync()).Pulls.Single();
        await GitHub.ActAsync("mira", HttpMethod.Patch, $"/repos/acme/shop/pulls/{pull.Number}", new { body = "Please read!\r\n\r\n" + pull.Body!.Replace("\n", "\r\n", StringComparison.Ordinal) });
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "11:10 Escalation: called the database team", Stage.At("12:30"));

        var second = await RunAsync("issue_comment", IssueEvent(issue, "created"));

        Assert.Equal("updated", second.Outputs["pull-request-operation"]);
        var state = await StateAsync();
        Assert.Contains("called the database team", state.Branch(pull.Head).Files[Path], StringComparison.Ordinal);
        Assert.StartsWith("Please read!\n", state.Pull(pull.Number).Body!.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, state.Issues.Count(each => each.Labels.Contains("follow-up")));
    }

    [Fact]
    public async Task A_document_that_a_person_edited_stays_as_they_wrote_it_and_what_is_new_is_offered()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var head = (await StateAsync()).Pulls.Single().Head;
        var file = await GitHub.ActAsync("mira", HttpMethod.Get, $"/repos/acme/shop/contents/{Path}?ref={head}");
        await GitHub.ActAsync("mira", HttpMethod.Put, $"/repos/acme/shop/contents/{Path}", new
        {
            message = "My words",
            content = Convert.ToBase64String("# Mine\n"u8),
            sha = file.Body.GetProperty("sha").GetString(),
            branch = head,
        });
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "11:10 Escalation: called the database team", Stage.At("12:30"));

        await RunAsync("issue_comment", IssueEvent(issue, "created"));

        var state = await StateAsync();
        Assert.Equal("# Mine\n", state.Branch(head).Files[Path]);
        Assert.Contains("called the database team", Assert.Single(state.CommentsOn(state.Pulls.Single().Number)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_postmortem_is_not_touched_again()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var pull = (await StateAsync()).Pulls.Single();
        await GitHub.ActAsync("mira", HttpMethod.Put, $"/repos/acme/shop/pulls/{pull.Number}/merge", new { });
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "11:10 Escalation: called the database team", Stage.At("12:30"));

        var second = await RunAsync("issue_comment", IssueEvent(issue, "created"));
        var third = await RunAsync("issue_comment", IssueEvent(issue, "created"));

        var state = await StateAsync();
        Assert.Single(state.Pulls);
        Assert.DoesNotContain("called the database team", state.Branch("main").Files[Path], StringComparison.Ordinal);
        Assert.Equal("true", second.Outputs["changed"]);
        Assert.Equal("false", third.Outputs["changed"]);
    }

    [Fact]
    public async Task Comments_on_several_pages_are_all_read()
    {
        var issue = await Stage.FileIncidentAsync();
        for (var i = 0; i < 205; i++)
        {
            await GitHub.CommentAsync(Stage.Repository, issue, "jun", $"Comment number {i}.", Stage.At("10:20"));
        }

        await LabelResolvedAsync(issue);

        var document = (await StateAsync()).Branch($"postmortem/incident-{issue}").Files[Path];
        Assert.Contains("Comment number 204.", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teams_own_form_settings_and_template_come_from_the_default_branch()
    {
        await Stage.ResetAsync(
            (".github/ISSUE_TEMPLATE/stoerung.yml", "name: Störung\ndescription: x\nlabels: [incident]\nbody:\n  - type: textarea\n    id: impact\n    attributes:\n      label: Auswirkung\n"),
            (".github/postmortem.yml", "directory: docs/postmortems\ntemplate: .github/postmortem.md.hbs\n"),
            (".github/postmortem.md.hbs", "# {{title}}\n\nWas für alle zu spüren war, in den Worten der Beteiligten:\n\n{{impact.summary}}\n"));
        var issue = await Stage.FileIncidentAsync("### Auswirkung\n\nAlles steht.");

        var result = await LabelResolvedAsync(issue);

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.Equal("docs/postmortems/2024/2024-04-14-login-is-down.md", result.Outputs["postmortem-path"]);
        Assert.Equal("# Login is down\n\nWas für alle zu spüren war, in den Worten der Beteiligten:\n\nAlles steht.\n", (await StateAsync()).Branch($"postmortem/incident-{issue}").Files[result.Outputs["postmortem-path"]]);
    }

    [Fact]
    public async Task Two_incidents_of_one_day_and_title_get_two_files()
    {
        await Stage.ResetAsync((Path, "# Another incident's\n"));
        var issue = await Stage.FileIncidentAsync();

        var result = await LabelResolvedAsync(issue);
        var second = await LabelResolvedAsync(issue);

        Assert.Equal($"postmortems/2024/2024-04-14-login-is-down-{issue}.md", result.Outputs["postmortem-path"]);
        Assert.Equal((result.Outputs["postmortem-path"], "false"), (second.Outputs["postmortem-path"], second.Outputs["changed"]));
    }
}
