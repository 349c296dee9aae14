using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>
/// Every fault of the list that happens between client and server (F33, an unwritable file, does not). A line is one way for it to happen.
/// </summary>
public static partial class FaultCatalogue
{
    private const string Html = "<!DOCTYPE html><html><body><h1>Unicorn! GitHub is having problems.</h1></body></html>";
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("F01", "500 before the effect", RequestSet.All, x => x.Refuse(500, "Server Error")),
        new("F02", "502 after the effect", RequestSet.Writes, x => After(x, () => x.Answer(502, Html, "text/html"))),
        new("F03", "504 after the effect, after 10 s", RequestSet.Writes, x => After(x, () => Waited(x, 10).Answer(504, Html, "text/html"))),
        new("F04", "connection refused", RequestSet.All, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (api.github.com:443)")),
        new("F05", "reset before the request is fully sent", RequestSet.All, _ => throw Reset()),
        new("F06", "reset after the effect", RequestSet.Writes, x => After(x, () => throw Reset())),
        new("F07", "time-out, not applied", RequestSet.All, x => throw x.TimeOut()),
        new("F08", "time-out, applied 20 s later", RequestSet.Writes, x =>
        {
            x.DeliverAfter(TimeSpan.FromSeconds(51));
            throw x.TimeOut();
        }),
        .. Limits,
        .. Refusals,
        .. Views,
        new("F26", "200 with truncated JSON", RequestSet.JsonReads, x => Truncated(x, x.Deliver())),
        new("F26", "200 with truncated JSON, applied", RequestSet.Writes, x => Truncated(x, x.Deliver())),
        new("F26", "200 with a page of HTML, applied", RequestSet.Writes, x => After(x, () => x.Answer(200, Html, "text/html"))),
        new("F26", "200 with a page of HTML, not applied", RequestSet.All, x => x.Answer(200, Html, "text/html")),
        new("F27", "slow body", RequestSet.Reads, x => x.Slowed(x.Deliver())),
        new("F27", "endless body", RequestSet.Reads, x => x.Endless()),
        new("F28", "301 to the repository's new name", RequestSet.All, x => x.Redirect(301, ById(x))),
        new("F28", "307 to a foreign host", RequestSet.All, x => x.Redirect(307, $"https://attacker.example{x.Request.Address.PathAndQuery}")),
        new("F29", "delivered twice", RequestSet.Writes, x =>
        {
            var first = x.Deliver();
            x.GitHub.Deliver(x.Request);
            return first;
        }),
        new("F30", "killed before the effect", RequestSet.All, x => throw x.Kill()),
        new("F30", "killed after the effect", RequestSet.All, x => After(x, () => throw x.Kill())),
        new("F31", "interrupted before the effect", RequestSet.All, x =>
        {
            x.Interrupt();
            return x.Deliver();
        }),
        new("F31", "interrupted after the effect", RequestSet.All, x =>
        {
            var answer = x.Deliver();
            x.Interrupt();
            return answer;
        }),
        new("F32", "the clock jumps an hour ahead", RequestSet.All, x => Jumped(x, 1)),
        new("F32", "the clock jumps an hour back", RequestSet.All, x => Jumped(x, -1)),
    ];

    /// <summary>F34: a person acts before the request. What they do is up to the world.</summary>
    public static Fault Person(string name, Action<SimulatedGitHub> act) => new("F34", name, RequestSet.All, x =>
    {
        act(x.GitHub);
        return x.Deliver();
    });

    private static HttpResponseMessage After(Exchange exchange, Func<HttpResponseMessage> then)
    {
        exchange.Deliver().Dispose();
        return then();
    }

    private static Exchange Waited(Exchange exchange, int seconds)
    {
        exchange.GitHub.Time.Advance(TimeSpan.FromSeconds(seconds));
        return exchange;
    }

    private static HttpRequestException Reset() =>
        new("An error occurred while sending the request.", new IOException("The response ended prematurely: connection reset by peer."));

    private static HttpResponseMessage Jumped(Exchange exchange, int hours)
    {
        exchange.GitHub.Time.Jump(TimeSpan.FromHours(hours));
        return exchange.Deliver();
    }

    private static HttpResponseMessage Truncated(Exchange exchange, HttpResponseMessage whole)
    {
        var text = whole.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return exchange.Answer(200, text.Length < 2 ? "{" : text[..(text.Length / 2)], "application/json");
    }

    private static string ById(Exchange exchange)
    {
        var path = exchange.Request.Address.PathAndQuery;
        var name = $"/repos/{exchange.GitHub.Repository.FullName}";
        return $"{Simulation.Views.Addresses.Api}{(path.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? $"/repositories/{Responses.Text(exchange.GitHub.Repository.Id)}{path[name.Length..]}" : path)}";
    }

    private static JsonMap Error(string resource, string field, string code) => new() { ["resource"] = resource, ["field"] = field, ["code"] = code };
}
