using System.Text.Json.Nodes;

namespace PostmortemAction.Convergence.Simulation.Faults;

public static partial class FaultCatalogue
{
    private const string Secondary = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

    /// <summary>GitHub asks to wait.</summary>
    private static IReadOnlyList<Fault> Limits =>
    [
        new("F09", "403 secondary limit with Retry-After", RequestSet.All, x => x.Limit(403, Secondary, Minute, ("Retry-After", "60"))),
        new("F10", "403 secondary limit without Retry-After", RequestSet.All, x => x.Limit(403, Secondary, Minute)),
        new("F11", "429 with Retry-After", RequestSet.All, x => x.Limit(429, Secondary, Minute, ("Retry-After", "60"))),
        new("F12", "403 primary limit until in 1,800 s", RequestSet.All, x => x.Limit(
            403, "API rate limit exceeded for installation ID 42.", TimeSpan.FromSeconds(1800),
            ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", x.Epoch(TimeSpan.FromSeconds(1801))))),
        new("F13", "limit in the body of a 200 of GraphQL", RequestSet.GraphQl, x =>
        {
            x.GitHub.AskForQuiet(Minute);
            return x.Answer(200, """{"errors":[{"type":"RATE_LIMITED","message":"API rate limit exceeded for installation ID 42."}]}""", "application/json");
        }),
        new("F13", "an answer of GraphQL in part", RequestSet.GraphQl, x => InPart(x, x.Deliver())),
    ];

    /// <summary>The server ran out of what it spends on one question: one thing is null, and an error says why.</summary>
    private static HttpResponseMessage InPart(Exchange exchange, HttpResponseMessage whole)
    {
        var answer = JsonNode.Parse(whole.Content.ReadAsStringAsync().GetAwaiter().GetResult())!;
        if (answer["data"]?["repository"] is not JsonObject repository)
        {
            return whole;
        }

        var name = repository.Last().Key;
        repository[name] = null;
        answer["errors"] = new JsonArray(new JsonObject { ["type"] = "RESOURCE_LIMITS_EXCEEDED", ["path"] = new JsonArray("repository", name), ["message"] = "Something went wrong." });
        return exchange.Answer(200, answer.ToJsonString(), "application/json");
    }
}
