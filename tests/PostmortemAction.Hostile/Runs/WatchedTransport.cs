using System.Text.Json.Nodes;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Runs;

/// <summary>Between the product and GitHub: notes every request as it goes over the wire, and shows a deleted account as nobody.</summary>
internal sealed class WatchedTransport(Stage stage, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<SentRequest> sent = [];

    public IReadOnlyList<SentRequest> Sent => sent;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null;
        var isWrite = request.Method != HttpMethod.Get && !(request.RequestUri!.AbsolutePath == "/graphql" && body?.Contains("mutation", StringComparison.Ordinal) != true);
        sent.Add(new(request.Method.Method, request.RequestUri!, body, isWrite, isWrite && IsForeign(request)));
        var response = await base.SendAsync(request, cancellationToken);
        if (stage.Ghost is { } ghost && response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            Forget(json, ghost);
            var headers = response.Content.Headers;
            response.Content = new StringContent(json?.ToJsonString() ?? "null", System.Text.Encoding.UTF8, "application/json");
            _ = headers;
        }

        return response;
    }

    /// <summary>Edits and deletions of what the bot did not make, or what only looks as if it had.</summary>
    private bool IsForeign(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Patch && request.Method != HttpMethod.Delete)
        {
            return false;
        }

        return request.RequestUri!.AbsolutePath.Trim('/').Split('/') switch
        {
            [_, _, _, "issues", "comments", var id, ..] => stage.Foreign.Contains(long.Parse(id)) || stage.Repository.Comments.Find(comment => comment.Id == long.Parse(id))?.Author != StoredRepository.Bot,
            [_, _, _, "issues" or "pulls", var number] => stage.Repository.Issue(int.Parse(number))?.Author != StoredRepository.Bot,
            _ => false,
        };
    }

    private static void Forget(JsonNode? node, string login)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map.ToList())
            {
                if (value is JsonObject account && account["login"]?.GetValueKind() == System.Text.Json.JsonValueKind.String && (string?)account["login"] == login)
                {
                    map[name] = null;
                }
                else
                {
                    Forget(value, login);
                }
            }
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Forget(item, login);
            }
        }
    }
}
