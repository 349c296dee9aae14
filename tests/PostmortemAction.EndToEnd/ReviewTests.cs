using System.Text;

namespace PostmortemAction.EndToEnd;

public class ReviewTests(Stage stage) : EndToEndTests(stage)
{
    private const string Path = "postmortems/2024/old.md";

    [Fact]
    public async Task What_a_person_changes_in_a_postmortem_is_reviewed_on_its_lines_and_nothing_is_written()
    {
        var (pull, head) = await OpenPullRequestAsync("# Old\n\n## Timeline\n\n- 10:00 UTC The intern forgot the key.\n");
        var writes = (await WritesAsync()).Count;

        var result = await RunAsync("pull_request", Event(pull, head));

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.Contains($"::warning file={Path},line=5,", result.Log, StringComparison.Ordinal);
        Assert.Contains("`blame-person`", result.Summary, StringComparison.Ordinal);
        Assert.Equal(("false", writes), (result.Outputs["changed"], (await WritesAsync()).Count));
    }

    [Fact]
    public async Task A_team_can_have_its_findings_fail_the_run()
    {
        await Stage.ResetAsync((".github/postmortem.yml", "review:\n  fail-on: warning\n"));
        var (pull, head) = await OpenPullRequestAsync("# Old\n\n## Timeline\n\n- 10:00 UTC The intern forgot the key.\n");

        Assert.Equal(1, (await RunAsync("pull_request", Event(pull, head))).ExitCode);
    }

    [Fact]
    public async Task A_document_that_is_no_postmortem_any_more_is_told_and_not_a_crash()
    {
        var (pull, head) = await OpenPullRequestAsync("PK\u0003\u0004 \u0000\n");

        var result = await RunAsync("pull_request", Event(pull, head));

        Assert.True(result.ExitCode == 0, result.Log);
        Assert.Contains("`not-a-postmortem`", result.Summary, StringComparison.Ordinal);
    }

    private static object Event(int pull, string head) => new
    {
        action = "synchronize",
        number = pull,
        pull_request = new { number = pull, head = new { @ref = "words", sha = head, repo = new { full_name = Stage.Repository } } },
        repository = new { full_name = Stage.Repository, default_branch = "main" },
    };

    private async Task<(int Number, string Head)> OpenPullRequestAsync(string document)
    {
        var main = await GitHub.ActAsync("mira", HttpMethod.Get, "/repos/acme/shop/git/ref/heads/main");
        await GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/git/refs", new { @ref = "refs/heads/words", sha = main.Body.GetProperty("object").GetProperty("sha").GetString() });
        var commit = await GitHub.ActAsync(
            "mira", HttpMethod.Put, $"/repos/acme/shop/contents/{Path}", new { message = "Better words", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(document)), branch = "words" });
        var pull = await GitHub.ActAsync("mira", HttpMethod.Post, "/repos/acme/shop/pulls", new { title = "Better words", head = "words", @base = "main" });
        return (pull.Body.GetProperty("number").GetInt32(), commit.Body.GetProperty("commit").GetProperty("sha").GetString()!);
    }
}
