using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>GitHub on this machine: an API at <see cref="Url"/>, and for a test the means to set the scene and to look at what happened.</summary>
public sealed class EmulatedGitHub : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ServerProcess server;
    private readonly HttpClient client;

    private EmulatedGitHub(ServerProcess server)
    {
        this.server = server;
        client = new HttpClient { BaseAddress = new Uri(server.Url, "/_control/") };
    }

    /// <summary>The address of the API, as in GITHUB_API_URL. GraphQL is at <c>graphql</c> below it.</summary>
    public Uri Url => server.Url;

    public static async Task<EmulatedGitHub> StartAsync() => new(await ServerProcess.StartAsync());

    /// <summary>Puts a fresh world in place of the one before. Forgets faults, requests and violations.</summary>
    public Task ResetAsync(World world) => SendAsync<JsonElement>(HttpMethod.Post, "reset", world);

    /// <summary>An issue as an issue form makes it: with its labels, whoever the author is.</summary>
    public Task<CreatedIssue> CreateIssueAsync(
        string repository,
        string author,
        string title,
        string? body = null,
        IEnumerable<string>? labels = null,
        IEnumerable<string>? assignees = null,
        DateTimeOffset? createdAt = null)
    {
        var issue = new { repository, author, title, body, labels, assignees, CreatedAt = createdAt };
        return SendAsync<CreatedIssue>(HttpMethod.Post, "issues", issue);
    }

    public Task<CreatedComment> CommentAsync(
        string repository,
        int issue,
        string author,
        string body,
        DateTimeOffset? createdAt = null,
        DateTimeOffset? updatedAt = null,
        string? minimized = null)
    {
        var comment = new { repository, issue, author, body, CreatedAt = createdAt, UpdatedAt = updatedAt, minimized };
        return SendAsync<CreatedComment>(HttpMethod.Post, "comments", comment);
    }

    /// <summary>Hides a comment for a reason, or shows it again.</summary>
    public Task MinimizeAsync(long comment, string? reason) =>
        SendAsync<JsonElement>(HttpMethod.Patch, "comments", new { id = comment, minimized = reason });

    /// <summary>
    /// An event of the timeline. Labels (<c>labeled</c>, <c>unlabeled</c>), <c>closed</c>, <c>reopened</c> and <c>renamed</c> change the issue too.
    /// </summary>
    /// <param name="more">Further fields of the event, such as <c>assignee</c>, or <c>source = { issue }</c> of a cross-reference.</param>
    public Task EventAsync(
        string repository,
        int issue,
        string name,
        string? actor,
        DateTimeOffset? createdAt = null,
        string? label = null,
        string? title = null,
        object? more = null)
    {
        var entry = JsonSerializer.SerializeToNode(new { repository, issue, Event = name, actor, CreatedAt = createdAt, label, title }, Json)!.AsObject();
        if (more is not null)
        {
            foreach (var (key, value) in JsonSerializer.SerializeToNode(more, Json)!.AsObject())
            {
                entry[key] = value?.DeepClone();
            }
        }

        return SendAsync<JsonElement>(HttpMethod.Post, "events", entry);
    }

    /// <summary>What a person does through the API, in the middle of a test. It meets no fault, and is not among the requests.</summary>
    public Task<Answer> ActAsync(string login, HttpMethod method, string path, object? body = null) =>
        SendAsync<Answer>(HttpMethod.Post, "acts", new { As = login, method = method.Method, path, body });

    /// <summary>Failures on purpose, besides those given before.</summary>
    public Task FaultAsync(params IReadOnlyList<Fault> faults) => SendAsync<JsonElement>(HttpMethod.Post, "faults", faults);

    public Task ClearFaultsAsync() => SendAsync<JsonElement>(HttpMethod.Delete, "faults");

    /// <summary>What was asked since the world began.</summary>
    public Task<RequestLog> RequestsAsync() => SendAsync<RequestLog>(HttpMethod.Get, "requests");

    /// <summary>Where a request, or an answer, was not as GitHub's OpenAPI description says.</summary>
    public Task<IReadOnlyList<Violation>> ViolationsAsync() => SendAsync<IReadOnlyList<Violation>>(HttpMethod.Get, "violations");

    /// <summary>Everything that is in the world now.</summary>
    public Task<State> StateAsync() => SendAsync<State>(HttpMethod.Get, "state");

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string route, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(route, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        using var response = await client.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            var failure = await response.Content.ReadFromJsonAsync<JsonObject>();
            throw new InvalidOperationException($"The emulated GitHub refused {method} {route}: {failure?["message"]}");
        }

        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }
}
