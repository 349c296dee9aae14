using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>Whose permission is asked for: only where the settings make a difference by it, and never everybody's at once.</summary>
public class PermissionTests(Stage stage) : EndToEndTests(stage)
{
    [Fact]
    public async Task Permissions_are_asked_for_once_a_person_and_at_most_twenty_at_a_time()
    {
        var people = Enumerable.Range(1, 30).Select(i => $"person-{i}").ToList();
        await Stage.ResetAsync(people);
        var issue = await Stage.FileIncidentAsync();
        foreach (var person in people.Concat(people))
        {
            await GitHub.CommentAsync(Stage.Repository, issue, person, "Me too", Stage.At("10:20"));
        }

        await FaultAsync(Fault.Latency(30) with { Path = "/collaborators/" });
        var result = await LabelResolvedAsync(issue);

        Assert.True(result.ExitCode == 0, result.Log);
        var asked = await AskedAsync();
        Assert.Equal(32, asked.Count);
        var most = asked.Max(one => asked.Count(other => other.StartedAt <= one.StartedAt && other.EndedAt > one.StartedAt));
        Assert.InRange(most, 2, 20);
    }

    [Theory]
    [InlineData("timeline: { authors: all }", "")]
    [InlineData("timeline: { comments: none }", "noor")]
    [InlineData("timeline: { comments: none, authors: all }", "")]
    [InlineData("timeline: { comments: marked }", "jun noor stranger")]
    public async Task Permissions_are_asked_for_only_where_the_settings_need_them(string settings, string expected)
    {
        await Stage.ResetAsync((".github/postmortem.yml", settings + "\n"));
        var pull = await OpenPullRequestAsync();
        var issue = await Stage.FileIncidentAsync();
        await GitHub.EventAsync(Stage.Repository, issue, "cross-referenced", "noor", Stage.At("11:00"), more: new { source = new { issue = pull } });

        var result = await LabelResolvedAsync(issue);

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.Equal(expected, string.Join(' ', (await AskedAsync()).Select(request => request.Path.Split('/')[^2]).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("timeline: { authors: all }")]
    [InlineData("timeline: { comments: none }")]
    public async Task Who_writes_what_may_be_a_command_is_asked_for_whatever_the_settings_say(string settings)
    {
        await Stage.ResetAsync((".github/postmortem.yml", settings + "\n"));
        var issue = await Stage.FileIncidentAsync();
        await GitHub.CommentAsync(Stage.Repository, issue, "noor", "It is worse.\r\n/severity SEV1", Stage.At("10:40"));

        await LabelResolvedAsync(issue);

        Assert.EndsWith("/collaborators/noor/permission", Assert.Single(await AskedAsync()).Path, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Request>> AskedAsync() =>
        [.. (await GitHub.RequestsAsync()).Requests.Where(request => request.Path.Contains("/collaborators/", StringComparison.Ordinal))];

    private async Task<int> OpenPullRequestAsync()
    {
        var main = await GitHub.ActAsync("mira", HttpMethod.Get, "/repos/acme/shop/git/ref/heads/main");
        await GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/git/refs", new { @ref = "refs/heads/fix", sha = main.Body.GetProperty("object").GetProperty("sha").GetString() });
        await GitHub.ActAsync("mira", HttpMethod.Put, "/repos/acme/shop/contents/fix.txt", new { message = "Fix", content = "eA==", branch = "fix" });
        return (await GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/pulls", new { title = "Fix it", head = "fix", @base = "main" })).Body.GetProperty("number").GetInt32();
    }
}
