using System.Text.Json;
using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>What the end-to-end tests share: the stage, the usual event, and the check that every request was as GitHub documents it.</summary>
[Collection(nameof(StageCollection))]
public abstract class EndToEndTests(Stage stage) : IAsyncLifetime
{
    private bool faultsInjected;

    protected EmulatedGitHub GitHub => stage.GitHub;

    protected Stage Stage => stage;

    public async ValueTask InitializeAsync() => await stage.ResetAsync();

    /// <summary>Every request and every answer of every test against GitHub's official description.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var violations = await GitHub.ViolationsAsync();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        Assert.True(faultsInjected || (await GitHub.RequestsAsync()).Requests.All(request => request.Status != 400));
    }

    private protected Task<ActionResult> LabelResolvedAsync(int issue, string? token = Stage.Token, IReadOnlyDictionary<string, string>? inputs = null) =>
        RunAsync("issues", IssueEvent(issue, "labeled", "resolved"), token, inputs);

    private protected Task<ActionResult> RunAsync(
        string eventName, object payload, string? token = Stage.Token, IReadOnlyDictionary<string, string>? inputs = null) =>
        ActionProcess.RunAsync(GitHub.Url, Stage.Repository, eventName, payload, token, inputs);

    private protected Task<ActionResult> DispatchAsync(string numbers) =>
        RunAsync(
            "workflow_dispatch",
            new { inputs = new Dictionary<string, string> { ["issue-number"] = numbers }, repository = new { default_branch = "main" } },
            inputs: new Dictionary<string, string> { ["issue-number"] = numbers });

    private protected static void AssertFailed(ActionResult result, string message)
    {
        Assert.True(result.ExitCode == 1, result.Log);
        Assert.Contains("::error", result.Log, StringComparison.Ordinal);
        Assert.Contains(message, result.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at PostmortemAction", result.Log, StringComparison.Ordinal);
    }

    protected async Task FaultAsync(params IReadOnlyList<Fault> faults)
    {
        faultsInjected = true;
        await GitHub.FaultAsync(faults);
    }

    protected async Task<RepositoryState> StateAsync() => (await GitHub.StateAsync())[Stage.Repository];

    protected async Task<IReadOnlyList<Request>> WritesAsync() =>
        [.. (await GitHub.RequestsAsync()).Requests.Where(request => request.Method != "GET" && !request.Path.EndsWith("graphql", StringComparison.Ordinal))];

    /// <summary>The payload of an event about an issue, with what GitHub sends that matters.</summary>
    protected static object IssueEvent(int issue, string action, string? label = null, string senderType = "User", string[]? labels = null, bool isPullRequest = false) => new
    {
        action,
        issue = new
        {
            number = issue,
            labels = (labels ?? ["incident", "SEV2", "resolved"]).Select(name => new { name }),
            pull_request = isPullRequest ? new { url = "x" } : null,
        },
        label = label is null ? null : new { name = label },
        comment = new { id = 1 },
        sender = new { login = "mira", type = senderType },
        repository = new { full_name = Stage.Repository, default_branch = "main" },
    };

    protected static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

[CollectionDefinition(nameof(StageCollection))]
#pragma warning disable CA1711 // xunit's own word for it.
public sealed class StageCollection : ICollectionFixture<Stage>;
#pragma warning restore CA1711
