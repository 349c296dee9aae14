using System.Net;
using System.Text.Json.Nodes;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Protections;

/// <summary>Something that keeps the product from harm, and a transport that takes it away.</summary>
/// <param name="Name">What protects.</param>
/// <param name="Harm">Where it is needed: in which trials harm comes without it.</param>
/// <param name="Off">The transport without it.</param>
internal sealed record Protection(string Name, Harm Harm, Func<World, HttpMessageHandler, HttpMessageHandler> Off)
{
    private static readonly string Ledger = new LedgerRef(0).ToString().Split('-')[0];

    public static IReadOnlyList<Protection> All { get; } =
    [
        new("a ledger", Harm.Of("first publish", "F08"), Tamper(WithoutLedger)),
        new("the ledger moves by compare-and-swap", Harm.Preempted("first publish"), Tamper(WithoutComparing)),
        new("intents and leases", Harm.Preempted("first publish"), Tamper(WithoutLeases)),
        new("a lost answer is looked for", Harm.Of("first publish", "F02", "F06"), Tamper(WithoutLookingUp)),
        new("what creates is not sent again blindly", Harm.Of("first publish", "F02", "F06"), Tamper(SentTwice)),
        new("a limit is no failure", Harm.Of("update", "F09", "F11", "F12"), Tamper(LimitsAsFailures)),
        new("no reference is forced", Harm.Preempted("update"), Tamper(Forced)),
        new("texts are read afresh before they are changed", Harm.People("update", "a reviewer writes", Reviewer), Stale),
        new("what we last wrote is known", Harm.Of("human-edited document", "F01"), SumOfWhatStands),
        new("markers count only in what we wrote", Harm.People("first publish", "somebody forges a follow-up", Forger), Tamper(EverybodyIsOurs)),
    ];

    public override string ToString() => Name;

    private static Func<World, HttpMessageHandler, HttpMessageHandler> Tamper(
        Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> meet) => (_, inner) => new Tampered(inner, meet);

    private static bool IsLedger(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.Contains($"/{Ledger}", StringComparison.Ordinal) && !request.RequestUri.AbsolutePath.Contains("heads", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> WithoutLedger(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var body = request.Content is { } content ? JsonNode.Parse(await content.ReadAsStringAsync()) : null;
        var answer = await send(request);
        return IsFirstQuestion(request) ? await ChangedRepository(answer, repository => repository["r0"] = null)
            : IsLedger(request) && request.Method == HttpMethod.Get ? Tampered.Answer(answer, HttpStatusCode.NotFound, """{"message":"Not Found"}""")
            : IsLedger(request) ? Tampered.Answer(answer, HttpStatusCode.OK, Moved(body))
            : answer;
    }

    private static bool IsFirstQuestion(HttpRequestMessage request) => request.RequestUri!.AbsolutePath == "/graphql";

    /// <summary>The answer to the question that a run begins with, but for a change; other answers as they are.</summary>
    private static async Task<HttpResponseMessage> ChangedRepository(HttpResponseMessage answer, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        if (json?["data"]?["repository"] is not JsonObject repository || !repository.ContainsKey("defaultBranchRef"))
        {
            return answer;
        }

        change(repository);
        return Tampered.Answer(answer, answer.StatusCode, json.ToJsonString());
    }

    private static async Task<HttpResponseMessage> WithoutComparing(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync() : "";
        var isMove = request.Method != HttpMethod.Get && (IsLedger(request) || body.Contains($"refs/{Ledger}", StringComparison.Ordinal));
        var answer = await send(request);
        return isMove && !answer.IsSuccessStatusCode
            ? Tampered.Answer(answer, HttpStatusCode.OK, Moved(JsonNode.Parse(body)))
            : answer;
    }

    private static async Task<HttpResponseMessage> WithoutLeases(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var answer = await send(request);
        return await ChangedLedger(request, answer, ledger => ledger["run"] = null);
    }

    private static async Task<HttpResponseMessage> WithoutLookingUp(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var answer = await send(request);
        if (request.Method != HttpMethod.Get || !request.RequestUri!.AbsolutePath.EndsWith("/issues", StringComparison.Ordinal) || answer.StatusCode != HttpStatusCode.OK)
        {
            return answer;
        }

        // Nobody believes a list without anything in it: only ours are missing.
        var issues = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();
        var others = issues.Where(issue => issue!["body"]?.GetValue<string>().Contains("postmortem-action follow-up", StringComparison.Ordinal) != true);
        return Tampered.Answer(answer, HttpStatusCode.OK, $"[{string.Join(',', others.Select(issue => issue!.ToJsonString()))}]");
    }

    private static async Task<HttpResponseMessage> SentTwice(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var copy = await Tampered.CopyAsync(request);
        try
        {
            if (await send(request) is var answer && (request.Method != HttpMethod.Post || (int)answer.StatusCode < 500))
            {
                return answer;
            }
        }
        catch (HttpRequestException) when (request.Method == HttpMethod.Post)
        {
            // As a retry layer does that does not ask what it repeats.
        }

        return await send(copy);
    }

    private static async Task<HttpResponseMessage> LimitsAsFailures(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var answer = await send(request);
        return answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
            ? Tampered.Answer(answer, HttpStatusCode.BadGateway, """{"message":"Server Error"}""") : answer;
    }

    private static async Task<HttpResponseMessage> Forced(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send) =>
        await send(request.Method == HttpMethod.Patch && request.RequestUri!.AbsolutePath.Contains("/git/refs/", StringComparison.Ordinal)
            ? await Tampered.CopyAsync(request, body => new JsonObject { ["sha"] = (string?)JsonNode.Parse(body)!["sha"], ["force"] = true }.ToJsonString())
            : request);

    private static Tampered Stale(World world, HttpMessageHandler inner)
    {
        var seen = new Dictionary<string, string>();
        var pulls = new Dictionary<int, (string? Title, string? Body)>();
        return new(inner, async (request, send) =>
        {
            var answer = await send(request);
            if (IsFirstQuestion(request))
            {
                return await ChangedRepository(answer, repository =>
                {
                    foreach (var pull in repository["pulls"]?["nodes"] as JsonArray ?? [])
                    {
                        pulls.TryAdd((int)pull!["number"]!, ((string?)pull["title"], (string?)pull["body"]));
                    }
                });
            }

            var path = request.RequestUri!.AbsolutePath;
            if (request.Method != HttpMethod.Get || !answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "application/json")
            {
                return answer;
            }

            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
            foreach (var one in json is JsonArray list ? list : [json])
            {
                if (one is JsonObject && (string?)one["url"] is { } url)
                {
                    if (path.Contains("/pulls/", StringComparison.Ordinal) && pulls.TryGetValue((int?)one["number"] ?? 0, out var old))
                    {
                        (one["title"], one["body"]) = (old.Title, old.Body);
                    }

                    seen.TryAdd(new Uri(url).AbsolutePath, one.ToJsonString());
                }
            }

            return seen.TryGetValue(path, out var first) ? Tampered.Answer(answer, HttpStatusCode.OK, first) : answer;
        });
    }

    private static Tampered SumOfWhatStands(World world, HttpMessageHandler inner) => new(inner, async (request, send) =>
    {
        var answer = await send(request);
        return world.Document() is { } document ? await ChangedLedger(request, answer, ledger => ledger["document"] = Fingerprint.Of(document)) : answer;
    });

    private static async Task<HttpResponseMessage> EverybodyIsOurs(HttpRequestMessage request, Func<HttpRequestMessage, Task<HttpResponseMessage>> send)
    {
        var answer = await send(request);
        var text = await answer.Content.ReadAsStringAsync();
        return text.Contains("\"login\":\"noor\"", StringComparison.Ordinal)
            ? Tampered.Answer(answer, answer.StatusCode, text.Replace("\"login\":\"noor\"", "\"login\":\"github-actions[bot]\"", StringComparison.Ordinal)) : answer;
    }

    /// <summary>What a commit of the ledger says, but for a change.</summary>
    private static async Task<HttpResponseMessage> ChangedLedger(HttpRequestMessage request, HttpResponseMessage answer, Action<JsonObject> change)
    {
        if (IsFirstQuestion(request))
        {
            return await ChangedRepository(answer, repository => Change(repository["r0"]?["target"]));
        }

        if (request.Method != HttpMethod.Get || !request.RequestUri!.AbsolutePath.Contains("/git/commits/", StringComparison.Ordinal))
        {
            return answer;
        }

        var commit = JsonNode.Parse(await answer.Content.ReadAsStringAsync());
        Change(commit);
        return Tampered.Answer(answer, answer.StatusCode, commit!.ToJsonString());

        void Change(JsonNode? commit)
        {
            var message = (string?)commit?["message"] ?? "";
            if (message.IndexOf('{', StringComparison.Ordinal) is var at and >= 0)
            {
                var ledger = JsonNode.Parse(message[at..])!.AsObject();
                change(ledger);
                commit!["message"] = message[..at] + ledger.ToJsonString();
            }
        }
    }

    private static string Moved(JsonNode? move) => new JsonObject
    {
        ["ref"] = $"refs/{Ledger}",
        ["object"] = new JsonObject { ["type"] = "commit", ["sha"] = (string?)move?["sha"] },
    }.ToJsonString();

    private static void Reviewer(World world)
    {
        if (world.PullRequest() is { IsOpen: true } pull)
        {
            world.GitHub.People.EditPullRequestBody("jun", pull.Number, $"{pull.Body}\n\nI have read it twice.");
        }
    }

    private static void Forger(World world)
    {
        var task = Core.Incidents.TaskKey.Of("Test the rollback");
        world.GitHub.People.OpenIssue("noor", "Test the rollback", $"<!-- postmortem-action follow-up incident={world.Incident} task={task} -->\nMine, says #{world.Incident}.", []);
    }
}
