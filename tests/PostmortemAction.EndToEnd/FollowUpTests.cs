using System.Text;
using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>From the list of tasks to done: the document's boxes and rows, the issues, and what reminds of them.</summary>
public class FollowUpTests(Stage stage) : EndToEndTests(stage)
{
    private const string Path = "postmortems/2024/2024-04-14-login-is-down.md";

    [Fact]
    public async Task A_follow_up_that_is_closed_is_ticked_in_the_document_and_the_status_comment_tells_it()
    {
        var incident = await PublishedAsync();
        var followUp = (await StateAsync()).Issue(Titled(await StateAsync(), "Test the rollback"));
        Assert.Contains($"- [ ] [#{followUp.Number}]", await DocumentAsync(incident), StringComparison.Ordinal);
        await GitHub.ActAsync("jun", HttpMethod.Patch, $"/repos/acme/shop/issues/{followUp.Number}", new { state = "closed" });
        await MentionFollowUpsAsync(incident);

        var result = await RunAsync("issues", Closed(followUp));

        Assert.True(result.ExitCode == 0, result.Log);
        var document = await DocumentAsync(incident);
        Assert.Contains($"- [x] [#{followUp.Number}]", document, StringComparison.Ordinal);
        Assert.Single(document.Split('\n'), line => line.StartsWith("- [ ] [#", StringComparison.Ordinal));
        Assert.Contains("Follow-ups, 1 of 2 done: ", await StatusAsync(incident), StringComparison.Ordinal);
        var writes = (await WritesAsync()).Count;
        await RunAsync("issues", Closed(followUp));
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    [Fact]
    public async Task A_row_that_a_reviewer_adds_becomes_an_issue_and_gets_its_link()
    {
        var incident = await PublishedAsync();
        var last = (await DocumentAsync(incident)).Split('\n').Last(line => line.StartsWith("- [ ] [#", StringComparison.Ordinal));
        var head = await EditDocumentAsync(incident, last, $"{last}\n- Page the database team too @jun due 2024-07-01");

        var result = await RunAsync("pull_request", Synchronized(incident, head));

        Assert.True(result.ExitCode == 0, result.Log);
        var state = await StateAsync();
        var added = Assert.Single(state.Issues, each => each.Title == "Page the database team too");
        Assert.Equal(("follow-up", "jun"), (added.Labels.Single(label => label != "SEV2"), Assert.Single(added.Assignees)));
        Assert.Equal(3, state.Issue(incident).SubIssues.Count);
        Assert.Contains($"\n- [#{added.Number}](https://github.com/acme/shop/issues/{added.Number}) Page the database team too @jun due 2024-07-01\n", await DocumentAsync(incident), StringComparison.Ordinal);
        Assert.Contains($"#{added.Number}", await StatusAsync(incident), StringComparison.Ordinal);
        var writes = (await WritesAsync()).Count;
        await RunAsync("pull_request", Synchronized(incident, head));
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    [Fact]
    public async Task A_schedule_reminds_of_an_overdue_follow_up_once_and_the_next_run_of_the_day_says_nothing()
    {
        var incident = await PublishedAsync();
        await MentionFollowUpsAsync(incident);

        var first = await RunAsync("schedule", Schedule);
        var second = await RunAsync("schedule", Schedule);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Log + second.Log);
        var state = await StateAsync();
        var (due, undated) = (Titled(state, "Add an alert on failed logins"), Titled(state, "Test the rollback"));
        Assert.Contains("@jun, this follow-up of incident", Assert.Single(state.CommentsOn(due)).Body, StringComparison.Ordinal);
        Assert.Contains("was due on 2024-06-01", state.CommentsOn(due)[0].Body, StringComparison.Ordinal);
        Assert.Empty(state.CommentsOn(undated));
        Assert.Equal(("true", "false"), (first.Outputs["changed"], second.Outputs["changed"]));
    }

    [Fact]
    public async Task A_task_that_names_a_listed_repository_becomes_an_issue_there_once()
    {
        await Stage.ResetAsync((".github/postmortem.yml", $"follow-ups:\n  repositories: {Stage.Other}\n"));
        var incident = await Stage.FileIncidentAsync(Stage.Body.Replace("Test the rollback", $"Test the rollback in {Stage.Other}", StringComparison.Ordinal));

        var first = await LabelResolvedAsync(incident);
        var writes = (await WritesAsync()).Count;
        var second = await LabelResolvedAsync(incident);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Log + second.Log);
        Assert.Equal(writes, (await WritesAsync()).Count);
        var there = Assert.Single((await GitHub.StateAsync())[Stage.Other].Issues);
        Assert.Equal($"Test the rollback in {Stage.Other}", there.Title);
        Assert.Contains("[acme/shop#", there.Body, StringComparison.Ordinal);
        Assert.Contains($"- [ ] [{Stage.Other}#{there.Number}](https://github.com/{Stage.Other}/issues/{there.Number}) Test the rollback in {Stage.Other}\n", await DocumentAsync(incident), StringComparison.Ordinal);
        Assert.Single((await StateAsync()).Issues, issue => issue.Labels.Contains("follow-up"));
    }

    [Fact]
    public async Task A_repository_that_is_not_to_be_seen_keeps_its_row_waiting_and_the_run_says_so()
    {
        await Stage.ResetAsync((".github/postmortem.yml", "follow-ups:\n  repositories: acme/nowhere\n"));
        var incident = await Stage.FileIncidentAsync(Stage.Body.Replace("Test the rollback", "Test the rollback in acme/nowhere", StringComparison.Ordinal));

        var first = await LabelResolvedAsync(incident);
        var writes = (await WritesAsync()).Count;
        var second = await LabelResolvedAsync(incident);

        Assert.True(first.ExitCode == 0 && second.ExitCode == 0, first.Log + second.Log);
        Assert.Contains("`acme/nowhere` lets us not write follow-ups: `404 Not Found`", first.Log, StringComparison.Ordinal);
        Assert.Contains("- [ ] Test the rollback in acme/nowhere\n", await DocumentAsync(incident), StringComparison.Ordinal);
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    private static object Schedule => new { schedule = "23 4 * * *", repository = new { full_name = Stage.Repository, default_branch = "main" } };

    private static object Closed(IssueState followUp) => new
    {
        action = "closed",
        issue = new { number = followUp.Number, body = followUp.Body, labels = followUp.Labels.Select(name => new { name }) },
        sender = new { login = "jun", type = "User" },
        repository = new { full_name = Stage.Repository, default_branch = "main" },
    };

    private static object Synchronized(int incident, string head) => new
    {
        action = "synchronize",
        pull_request = new { number = 1, merged = false, head = new { @ref = Branch(incident), sha = head, repo = new { full_name = Stage.Repository } } },
        repository = new { full_name = Stage.Repository, default_branch = "main" },
    };

    private static int Titled(RepositoryState state, string title) => state.Issues.Single(issue => issue.Title == title).Number;

    private static string Branch(int incident) => $"postmortem/incident-{incident}";

    private async Task<int> PublishedAsync()
    {
        var incident = await Stage.FileIncidentAsync();
        var result = await LabelResolvedAsync(incident);
        Assert.True(result.ExitCode == 0, result.Log);
        return incident;
    }

    /// <summary>As GitHub does, the incident's timeline tells which issues link it, and how far they are.</summary>
    private async Task MentionFollowUpsAsync(int incident)
    {
        foreach (var followUp in (await StateAsync()).Issue(incident).SubIssues)
        {
            await GitHub.EventAsync(Stage.Repository, incident, "cross-referenced", "postmortem-bot", more: new { source = new { repository = Stage.Repository, issue = followUp } });
        }
    }

    private async Task<string> DocumentAsync(int incident) => (await StateAsync()).Branch(Branch(incident)).Files[Path];

    private async Task<string> StatusAsync(int incident) => (await StateAsync()).CommentsOn(incident).Single(comment => comment.Author == "postmortem-bot").Body;

    /// <summary>What a person changes in the document with GitHub's editor; gives back the commit.</summary>
    private async Task<string> EditDocumentAsync(int incident, string old, string text)
    {
        var document = (await DocumentAsync(incident)).Replace(old, text, StringComparison.Ordinal);
        var file = await GitHub.ActAsync("mira", HttpMethod.Get, $"/repos/acme/shop/contents/{Path}?ref={Branch(incident)}");
        var content = Convert.ToBase64String(Encoding.UTF8.GetBytes(document));
        var commit = await GitHub.ActAsync(
            "mira", HttpMethod.Put, $"/repos/acme/shop/contents/{Path}", new { message = "One more", content, sha = file.Body.GetProperty("sha").GetString(), branch = Branch(incident) });
        return commit.Body.GetProperty("commit").GetProperty("sha").GetString()!;
    }
}
