using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>The emulated GitHub with one fresh repository and one incident of five tasks, resolved and labelled so.</summary>
internal sealed class Stage(EmulatedGitHub github)
{
    public const string Repository = "acme/shop";
    public const string Token = "ghs_job";
    public const string Actor = "github-actions[bot]";

    public static readonly IReadOnlyList<string> Tasks =
    [
        "Add an alert on the login error rate", "Test the rollback once a month", "Retry the session store with a limit",
        "Write down who owns the login service", "Show the state of the canary before each deployment",
    ];

    private static readonly DateTimeOffset Filed = new(2024, 4, 14, 10, 6, 0, TimeSpan.Zero);

    private static readonly string Body = $"""
        ### Severity

        SEV2

        ### Affected services

        login API, checkout

        ### Started

        2024-04-14 10:00 UTC

        ### Detected

        2024-04-14 10:04 UTC

        ### How it was detected

        A monitoring alert

        ### Resolved

        2024-04-14 12:00 UTC

        ### Impact

        Three of four customers could not log in.

        ### Users affected

        75%

        ### Timeline

        10:00 Login error rate pages the on-call engineer
        12:00 Resolution: logins are back

        ### Root cause

        The deployment of the morning sent every login to the one session store that was being moved.

        ### Resolution

        The deployment was rolled back.

        ### Tasks

        {string.Join('\n', Tasks.Select(task => $"- {task}"))}
        """;

    /// <summary>Number of the only issue.</summary>
    public int Issue { get; private set; }

    /// <param name="label">The label that makes it an incident; another one makes it none.</param>
    public async Task ResetAsync(int comments, string label = "incident")
    {
        var may = new Dictionary<string, string> { [Repository] = "write" };
        await github.ResetAsync(new(
            [new WorldRepository(Repository) { Files = new Dictionary<string, string> { ["README.md"] = "# Shop\n" }, Labels = ["incident", "resolved", "SEV2", "question"] }],
            [new("mira") { Permissions = may }, new("jun") { Permissions = may }, new("stranger"), new(Actor, Token) { Type = "Bot", Permissions = may }]));
        Issue = (await github.CreateIssueAsync(Repository, "mira", "Incident: Login is down", Body, [label, "SEV2"], createdAt: Filed)).Number;
        for (var i = 0; i < comments; i++)
        {
            await github.CommentAsync(Repository, Issue, i % 10 == 9 ? "stranger" : i % 2 == 0 ? "jun" : "mira", Comment(i), Filed.AddSeconds(i * 6));
        }

        await github.EventAsync(Repository, Issue, "labeled", "mira", Filed.AddMinutes(118), label: "resolved");
    }

    /// <summary>The event of the label <c>resolved</c>, with the issue as GitHub holds it now.</summary>
    public async Task<Trigger> LabelledAsync() => new("issues", Issue, new JsonObject
    {
        ["ref"] = "refs/heads/main",
        ["action"] = "labeled",
        ["repository"] = await AskAsync($"/repos/{Repository}"),
        ["sender"] = new JsonObject { ["login"] = "mira", ["type"] = "User" },
        ["issue"] = await AskAsync($"/repos/{Repository}/issues/{Issue}"),
        ["label"] = new JsonObject { ["name"] = "resolved" },
    }.ToJsonString());

    /// <summary>What a run left behind.</summary>
    public async Task<Holdings> LookAsync() => Holdings.Of((await github.StateAsync())[Repository], Issue);

    // Every third one is a line of the timeline; the others are talk, of one to four lines. As among people no two are alike.
    private static string Comment(int i)
    {
        var at = Filed.AddSeconds(i * 6).ToString("HH:mm", CultureInfo.InvariantCulture);
        var talk = string.Join('\n', Enumerable.Range(0, (i % 4) + 1).Select(line => $"Looked at node {i * 7 % 31}, line {(i * 5) + line}: nothing that would explain `HTTP 503` from the session store."));
        return i % 3 == 0 ? $"{at} Node {i} is taken out of rotation, error rate at {40 - (i % 40)} %" : talk;
    }

    private async Task<JsonNode?> AskAsync(string path) =>
        await github.ActAsync("mira", HttpMethod.Get, path) is { Status: 200, Body: var body } ? JsonNode.Parse(JsonSerializer.Serialize(body))
            : throw new InvalidOperationException($"The emulated GitHub does not tell {path}.");
}
