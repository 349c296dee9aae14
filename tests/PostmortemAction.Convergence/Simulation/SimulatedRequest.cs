using System.Text;
using System.Text.Json;
using PostmortemAction.Convergence.Simulation.Contracts;
using PostmortemAction.Convergence.Simulation.Journals;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>A request as the server reads it.</summary>
/// <param name="Segments">The path within the repository's routes, escaped; <c>/repositories/ID</c> reads as <c>/repos/OWNER/NAME</c>.</param>
/// <param name="Operation">Null for what GitHub's description does not have, or what is not in use.</param>
public sealed record SimulatedRequest(
    HttpMethod Method,
    Uri Address,
    string[] Segments,
    IReadOnlyDictionary<string, string> Query,
    object? Body,
    string? Token,
    bool IsRaw,
    Operation? Operation,
    IReadOnlyDictionary<string, string> Parameters,
    RequestEntry Entry)
{
    /// <summary>Of GraphQL only a mutation is one.</summary>
    public bool IsWrite => Entry.IsWrite;

    public bool IsGraphQl => Segments is ["graphql"];

    public bool Is(string operation) => Operation?.Id == operation;

    /// <summary>A list, of which there may be pages.</summary>
    public bool IsList => Operation?.Query.Contains("page") ?? false;

    internal static SimulatedRequest Read(HttpRequestMessage message, string repository, Func<string?, bool, RequestEntry> enter)
    {
        var address = message.RequestUri!;
        var segments = address.AbsolutePath.Trim('/').Split('/');
        if (segments is ["repositories", _, ..])
        {
            segments = [.. $"repos/{repository}".Split('/'), .. segments[2..]];
        }

        var bytes = message.Content?.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        var found = Contract.GitHub.Find(message.Method.Method, segments);
        var body = bytes is null ? null : ReadBody(bytes);
        var isWrite = message.Method != HttpMethod.Get
            && (segments is not ["graphql"] || (body as JsonMap)?.Text("query")?.StartsWith("mutation", StringComparison.Ordinal) == true);
        return new(
            message.Method, address, segments, ReadQuery(address.Query), body, message.Headers.Authorization?.Parameter,
            message.Headers.Accept.Any(accept => accept.MediaType?.Contains(".raw", StringComparison.Ordinal) == true),
            found?.Operation, found?.Parameters ?? [], enter(bytes is null ? null : Encoding.UTF8.GetString(bytes), isWrite));
    }

    private static object? ReadBody(byte[] bytes)
    {
        try
        {
            return JsonText.Read(bytes);
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static Dictionary<string, string> ReadQuery(string query)
    {
        var parts = new Dictionary<string, string>();
        foreach (var part in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parts[equals < 0 ? part : part[..equals]] = equals < 0 ? "" : Uri.UnescapeDataString(part[(equals + 1)..].Replace('+', ' '));
        }

        return parts;
    }
}
