using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>However often, at once, or after whatever happened in between it runs: nothing is made twice, and nobody's words are lost.</summary>
public class RunAgainTests(Stage stage) : EndToEndTests(stage)
{
    private const string Path = "postmortems/2024/2024-04-14-login-is-down.md";
    private const string Escalation = "11:10 Escalation: called the database team";

    [Fact]
    public async Task Two_runs_at_once_make_one_pull_request_one_issue_per_task_and_one_comment()
    {
        var issue = await Stage.FileIncidentAsync();

        var results = await Task.WhenAll(LabelResolvedAsync(issue), RunAsync("issue_comment", IssueEvent(issue, "created")));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.Log));
        var state = await StateAsync();
        Assert.Single(state.Pulls);
        Assert.Equal(2, state.Issue(issue).SubIssues.Count);
        Assert.Equal(2, state.Issues.Count(each => each.Labels.Contains("follow-up")));
        Assert.Single(state.CommentsOn(issue), comment => comment.Author == "postmortem-bot");
        Assert.Equal(["false", "true"], results.Select(result => result.Outputs["changed"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_section_that_a_person_edited_stays_the_others_follow_and_the_news_is_offered_once()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        await EditDocumentAsync(issue, "It is the database.", "It was never the database.");
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", Escalation, Stage.At("12:30"));
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "/root-cause The certificate had run out", Stage.At("12:31"));

        await LabelResolvedAsync(issue);
        var writes = (await WritesAsync()).Count;
        var third = await LabelResolvedAsync(issue);

        var state = await StateAsync();
        var document = state.Branch($"postmortem/incident-{issue}").Files[Path];
        Assert.Contains("It was never the database.", document, StringComparison.Ordinal);
        Assert.DoesNotContain("called the database team", document, StringComparison.Ordinal);
        Assert.Contains("The certificate had run out", document, StringComparison.Ordinal);
        var offer = Assert.Single(state.CommentsOn(state.Pulls.Single().Number)).Body;
        Assert.Contains("+| 11:10 |", offer, StringComparison.Ordinal);
        Assert.DoesNotContain("The certificate had run out", offer, StringComparison.Ordinal);
        Assert.Equal(("false", writes), (third.Outputs["changed"], (await WritesAsync()).Count));
    }

    [Fact]
    public async Task Titles_and_bodies_that_people_edited_stay_as_they_wrote_them()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var before = await StateAsync();
        var (pull, followUp) = (before.Pulls.Single(), before.Issue(before.Issue(issue).SubIssues[0]));
        var body = pull.Body!.Replace("### Follow-ups", "Talk to Noor first.\n\n### Follow-ups", StringComparison.Ordinal);
        await GitHub.ActAsync("mira", HttpMethod.Patch, $"/repos/acme/shop/pulls/{pull.Number}", new { title = "The login story", body });
        await GitHub.ActAsync("mira", HttpMethod.Patch, $"/repos/acme/shop/issues/{followUp.Number}", new { title = "Alert us", body = "What exactly?\n\n" + followUp.Body });
        await GitHub.ActAsync("mira", HttpMethod.Put, $"/repos/acme/shop/issues/{followUp.Number}/labels", new { labels = new[] { "SEV1" } });
        await GitHub.EventAsync(Stage.Repository, issue, "renamed", "mira", Stage.At("12:40"), title: "Incident: Nobody can log in");
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", Escalation, Stage.At("12:41"));

        var second = await LabelResolvedAsync(issue);
        var writes = (await WritesAsync()).Count;
        var third = await LabelResolvedAsync(issue);

        var after = await StateAsync();
        Assert.Equal(("The login story", body), (after.Pull(pull.Number).Title, after.Pull(pull.Number).Body));
        var edited = after.Issue(followUp.Number);
        Assert.Equal(("Alert us", "SEV1"), (edited.Title, string.Join(' ', edited.Labels)));
        Assert.StartsWith("What exactly?\n\n<!-- postmortem-action begin", edited.Body, StringComparison.Ordinal);
        Assert.Contains("Nobody can log in", edited.Body, StringComparison.Ordinal);
        Assert.Contains("pull-request-edited", second.Outputs["problems"], StringComparison.Ordinal);
        Assert.Equal(("false", writes), (third.Outputs["changed"], (await WritesAsync()).Count));
    }

    [Fact]
    public async Task A_pull_request_that_was_closed_stays_so_until_somebody_asks_to_go_on()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var pull = (await StateAsync()).Pulls.Single();
        var closed = await GitHub.ActAsync("mira", HttpMethod.Patch, $"/repos/acme/shop/pulls/{pull.Number}", new { state = "closed" });
        await GitHub.ActAsync("mira", HttpMethod.Delete, $"/repos/acme/shop/git/refs/heads/{pull.Head}");
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", Escalation, Stage.At("12:30"));

        // GitHub's times are whole seconds, and all of this may take less than one.
        var later = closed.Body.GetProperty("closed_at").GetDateTimeOffset().AddSeconds(1);

        await LabelResolvedAsync(issue);
        var resting = await StateAsync();
        await GitHub.CommentAsync(Stage.Repository, issue, "noor", "/postmortem reopen", later);
        var asked = await LabelResolvedAsync(issue);
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", "/postmortem reopen", later);
        await LabelResolvedAsync(issue);

        Assert.Equal("closed", Assert.Single(resting.Pulls).State);
        Assert.Contains("comment `/postmortem reopen`", Status(resting, issue), StringComparison.Ordinal);
        Assert.Equal("false", asked.Outputs["changed"]);
        var state = await StateAsync();
        Assert.Equal((pull.Number, "open"), (Assert.Single(state.Pulls).Number, state.Pulls.Single().State));
        Assert.Contains("called the database team", state.Branch(pull.Head).Files[Path], StringComparison.Ordinal);
        Assert.Contains("It is ready for review", Status(state, issue), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_somebody_deleted_the_ledger_it_is_written_anew_and_nothing_gets_a_second_copy()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        await EditDocumentAsync(issue, "It is the database.", "It was never the database.");
        var before = await StateAsync();
        var deleted = await GitHub.ActAsync("mira", HttpMethod.Delete, $"/repos/acme/shop/git/refs/postmortem/incident-{issue}");

        var second = await LabelResolvedAsync(issue);
        var writes = (await WritesAsync()).Count;
        var third = await LabelResolvedAsync(issue);

        Assert.Equal(204, deleted.Status);
        Assert.True(second.ExitCode == 0, second.Log);
        var after = await StateAsync();
        Assert.Equal(before.Issues.Select(each => (each.Number, each.Body)), after.Issues.Select(each => (each.Number, each.Body)));
        Assert.Equal(before.Comments.Select(comment => comment.Body), after.Comments.Where(comment => comment.Issue == issue).Select(comment => comment.Body));
        Assert.Single(after.Pulls);
        Assert.Contains("It was never the database.", after.Branch($"postmortem/incident-{issue}").Files[Path], StringComparison.Ordinal);
        Assert.Equal(("false", writes), (third.Outputs["changed"], (await WritesAsync()).Count));
    }

    [Fact]
    public async Task Where_a_server_allows_no_refs_but_branches_the_ledger_is_on_one()
    {
        var issue = await Stage.FileIncidentAsync();
        await FaultAsync(Refused(1), Refused(2));

        var first = await LabelResolvedAsync(issue);
        var writes = (await WritesAsync()).Count;
        var second = await LabelResolvedAsync(issue);

        Assert.True(first.ExitCode == 0, first.Log);
        Assert.Contains((await StateAsync()).Branches, branch => branch.Name == $"postmortem-ledger/incident-{issue}");
        Assert.Equal(("false", writes), (second.Outputs["changed"], (await WritesAsync()).Count));

        static Fault Refused(int nth) => new() { Method = "POST", Path = "/git/refs$", Nth = nth, Status = 422, Body = "{\"message\":\"Reference name is invalid\"}" };
    }

    [Fact]
    public async Task A_status_comment_that_somebody_deleted_does_not_come_back()
    {
        var issue = await Stage.FileIncidentAsync();
        await LabelResolvedAsync(issue);
        var status = (await StateAsync()).CommentsOn(issue).Single(comment => comment.Author == "postmortem-bot");
        await GitHub.ActAsync("mira", HttpMethod.Delete, $"/repos/acme/shop/issues/comments/{status.Id}");
        await GitHub.CommentAsync(Stage.Repository, issue, "jun", Escalation, Stage.At("12:30"));

        var second = await LabelResolvedAsync(issue);

        Assert.Equal("updated", second.Outputs["pull-request-operation"]);
        Assert.DoesNotContain((await StateAsync()).CommentsOn(issue), comment => comment.Author == "postmortem-bot");
    }

    private static string Status(RepositoryState state, int issue) =>
        state.CommentsOn(issue).Single(comment => comment.Author == "postmortem-bot").Body;

    /// <summary>What a person changes in the document with GitHub's editor.</summary>
    private async Task EditDocumentAsync(int issue, string old, string text)
    {
        var branch = $"postmortem/incident-{issue}";
        var document = (await StateAsync()).Branch(branch).Files[Path];
        Assert.Contains(old, document, StringComparison.Ordinal);
        var file = await GitHub.ActAsync("mira", HttpMethod.Get, $"/repos/acme/shop/contents/{Path}?ref={branch}");
        var content = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(document.Replace(old, text, StringComparison.Ordinal)));
        await GitHub.ActAsync("mira", HttpMethod.Put, $"/repos/acme/shop/contents/{Path}", new { message = "My words", content, sha = file.Body.GetProperty("sha").GetString(), branch });
    }
}
