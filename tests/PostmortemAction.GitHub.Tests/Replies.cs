using System.Globalization;
using System.Net;
using System.Text;

namespace PostmortemAction.GitHub.Tests;

/// <summary>Answers of GitHub, and of what may stand between.</summary>
internal static class Replies
{
    public static readonly DateTimeOffset ServerStart = new(2024, 4, 14, 10, 0, 0, TimeSpan.Zero);

    public const string IssueJson = """
        {"id":1042,"number":42,"title":"Down","state":"closed","state_reason":"completed","comments":3,"html_url":"https://github.test/i/42","labels":[],
         "created_at":"2024-04-14T09:00:00Z","updated_at":"2024-04-14T09:30:00Z"}
        """;

    public const string CommentJson = """{"id":7,"html_url":"https://github.test/c/7","created_at":"2024-04-14T09:00:00Z","updated_at":"2024-04-14T09:00:00Z"}""";

    public const string PullRequestJson = """
        {"number":5,"title":"Postmortem","state":"open","html_url":"https://github.test/p/5","created_at":"2024-04-14T09:00:00Z","head":{"sha":"abc"}}
        """;

    public const string ReferenceJson = """{"object":{"sha":"abc"}}""";

    public const string CommitJson = """
        {"sha":"abc","message":"m","tree":{"sha":"t"},"parents":[{"sha":"p"}],"committer":{"name":"GitHub","date":"2024-04-14T09:00:00Z"}}
        """;

    public static Reply Json(string json, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        Of(status, () => new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public static Reply Error(int status, string message, params (string Name, string Value)[] headers) =>
        Json($$"""{"message":"{{message}}"}""", (HttpStatusCode)status, headers);

    public static Reply Html(int status) =>
        Of((HttpStatusCode)status, () => new StringContent("<html><body>Unicorn!</body></html>", Encoding.UTF8, "text/html"));

    public static Reply Of(HttpStatusCode status, Func<HttpContent?> content, params (string Name, string Value)[] headers) => (request, _) =>
    {
        var answer = new HttpResponseMessage(status) { Content = content(), RequestMessage = request };
        foreach (var (name, value) in headers)
        {
            Assert.True(answer.Headers.TryAddWithoutValidation(name, value));
        }

        return Task.FromResult(answer);
    };

    /// <summary>The connection breaks before an answer.</summary>
    public static Reply Broken(HttpRequestError error, string message = "broken") =>
        (_, _) => Task.FromException<HttpResponseMessage>(new HttpRequestException(error, message));

    public static Reply Reset() => (_, _) => Task.FromException<HttpResponseMessage>(
        new HttpRequestException(HttpRequestError.Unknown, "Error while sending.", new IOException("Connection reset by peer")));

    /// <summary>No answer, until whoever asks gives up.</summary>
    public static Reply Silence(VirtualTime time, Action? meanwhile = null) => async (_, cancellation) =>
    {
        meanwhile?.Invoke();
        for (var second = 0; second < 3600; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }

        throw new InvalidOperationException("Nobody waits that long.");
    };

    /// <summary>A wait of the answer itself.</summary>
    public static Reply Later(Task until, Reply reply) => async (request, cancellation) =>
    {
        await until.WaitAsync(cancellation);
        return await reply(request, cancellation);
    };

    public static (string Name, string Value) Date(TimeSpan sinceStart) => ("Date", HttpDate(ServerStart + sinceStart));

    public static string HttpDate(DateTimeOffset at) => at.ToString("r", CultureInfo.InvariantCulture);

    public static (string Name, string Value)[] UsedUp(TimeSpan resetsIn) =>
    [
        Date(TimeSpan.Zero),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", (ServerStart + resetsIn).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];

    public static (string Name, string Value) Next(string address) => ("Link", $"<{address}>; rel=\"next\", <https://api.github.test/?page=9>; rel=\"last\"");
}
