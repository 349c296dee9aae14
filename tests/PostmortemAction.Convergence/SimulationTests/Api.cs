using System.Text;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.SimulationTests;

/// <summary>Requests as a client of the API makes them, with a workflow's token.</summary>
internal sealed class Api(SimulatedGitHub github, Connection? connection = null)
{
    private const string Repository = "/repos/acme/shop";
    private readonly Connection connection = connection ?? github.Connect();

    public Task<Seen> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Seen> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Seen> PatchAsync(string path, object? body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Seen> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Seen> SendAsync(HttpMethod method, string path, object? body = null, CancellationToken cancellation = default)
    {
        using var answer = await RespondAsync(method, path, body, cancellation: cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return new((int)answer.StatusCode, bytes.Length == 0 ? null : JsonText.Read(bytes));
    }

    /// <param name="path">Within the repository; with a leading slash, from the root.</param>
    public async Task<HttpResponseMessage> RespondAsync(
        HttpMethod method, string path, object? body = null, string token = SimulatedGitHub.JobToken, CancellationToken cancellation = default)
    {
        var address = path.Contains("://", StringComparison.Ordinal) ? path
            : $"https://api.github.com{(path.StartsWith('/') ? path : $"{Repository}/{path}".TrimEnd('/'))}";
        using var http = new HttpMessageInvoker(connection, disposeHandler: false);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.UserAgent.Add(new("tests", "1.0"));
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        if (body is not null)
        {
            request.Content = new StringContent(Encoding.UTF8.GetString(JsonText.Write(body)), Encoding.UTF8, "application/json");
        }

        return await http.SendAsync(request, cancellation);
    }

    /// <summary>An answer.</summary>
    internal sealed record Seen(int Status, object? Body)
    {
        public JsonMap Map => (JsonMap)Body!;

        public IReadOnlyList<JsonMap> List => [.. ((IReadOnlyList<object?>)Body!).Cast<JsonMap>()];

        public string Message => Map.Text("message")!;

        /// <summary>The first detail of a refusal.</summary>
        public string Detail => ((JsonMap)Map.List("errors")![0]!).Text("message") ?? ((JsonMap)Map.List("errors")![0]!).Text("code")!;
    }
}
