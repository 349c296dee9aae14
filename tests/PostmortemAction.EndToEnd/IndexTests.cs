using System.Text.Json;

namespace PostmortemAction.EndToEnd;

public class IndexTests(Stage stage) : EndToEndTests(stage)
{
    private const string First = "# Login was down\n\n- Severity: SEV2\n- Services: login\n- Start: 2024-04-14 10:00 UTC\n- End: 2024-04-14 11:00 UTC\n\n## Root cause\n\nA typo.\n";

    private static object Push => new { @ref = "refs/heads/main", repository = new { full_name = Stage.Repository, default_branch = "main" } };

    [Fact]
    public async Task A_push_opens_the_pull_request_of_the_index_the_next_one_commits_to_it_and_a_third_run_writes_nothing()
    {
        await Stage.ResetAsync(("postmortems/2024/login.md", First));

        var first = await RunAsync("push", Push);

        Assert.True(first.ExitCode == 0, first.Log);
        var pull = Assert.Single(await IndexPullsAsync());
        Assert.Equal("Postmortems: the index", pull.GetProperty("title").GetString());
        Assert.Contains("**1 postmortem** of 2024-04-14", await FileAsync("postmortems/README.md"), StringComparison.Ordinal);
        Assert.Contains("\"path\":\"2024/login.md\"", await FileAsync("postmortems/index.json"), StringComparison.Ordinal);

        await GitHub.ActAsync("mira", HttpMethod.Put, "/repos/acme/shop/contents/postmortems/2024/slow.md", new
        {
            message = "Add a postmortem", branch = "main", content = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(First.Replace("Login was down", "Login was slow", StringComparison.Ordinal))),
        });
        var second = await RunAsync("push", Push);

        Assert.True(second.ExitCode == 0, second.Log);
        Assert.Single(await IndexPullsAsync());
        Assert.Contains("**2 postmortems**", await FileAsync("postmortems/README.md"), StringComparison.Ordinal);
        var writes = (await WritesAsync()).Count;
        Assert.Equal(0, (await RunAsync("push", Push)).ExitCode);
        Assert.Equal(writes, (await WritesAsync()).Count);
    }

    [Fact]
    public async Task Somebody_who_starts_the_workflow_without_a_number_gets_the_digest_of_the_follow_ups()
    {
        await Stage.ResetAsync();
        var incident = await Stage.FileIncidentAsync();
        Assert.Equal(0, (await LabelResolvedAsync(incident)).ExitCode);

        var first = await RunAsync("workflow_dispatch", new { repository = new { full_name = Stage.Repository, default_branch = "main" } });

        Assert.True(first.ExitCode == 0, first.Log);
        var digest = Assert.Single(await DigestsAsync());
        Assert.Contains("**2 open**: 1 overdue", digest.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Contains("## Postmortem follow-ups", first.Summary, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> IndexPullsAsync() =>
        [.. (await GitHub.ActAsync("mira", HttpMethod.Get, "/repos/acme/shop/pulls?state=all&head=acme:postmortem/index")).Body.EnumerateArray().Where(pull => pull.GetProperty("head").GetProperty("ref").GetString() == "postmortem/index")];

    private async Task<IReadOnlyList<JsonElement>> DigestsAsync() =>
        [.. (await GitHub.ActAsync("mira", HttpMethod.Get, "/repos/acme/shop/issues?state=all&labels=postmortem-digest")).Body.EnumerateArray()];

    private async Task<string> FileAsync(string path)
    {
        var answer = await GitHub.ActAsync("mira", HttpMethod.Get, $"/repos/acme/shop/contents/{path}?ref=postmortem/index");
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(answer.Body.GetProperty("content").GetString()!.Replace("\n", "", StringComparison.Ordinal)));
    }
}
