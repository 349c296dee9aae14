using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PostmortemAction.Benchmark.Fronts;

/// <summary>
/// Stands before the emulated GitHub: speaks HTTPS, with HTTP/2 to who wants it, lets each request wait as on a long line, counts, and
/// lets one fail.
/// </summary>
internal sealed class Front : IAsyncDisposable
{
    private static readonly object Wire = new();
    private static readonly string[] NotPassedOn = ["connection", "content-length", "date", "host", "keep-alive", "transfer-encoding"];
    private readonly WebApplication server;
    private readonly HttpClient behind = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly Uri hidden;
    private RequestCount count = new(null);
    private TimeSpan latency;
    private ReadyLists? ready;

    private Front(WebApplication server, Uri hidden) => (this.server, this.hidden) = (server, hidden);

    public Uri Url { get; private set; } = null!;

    /// <param name="hidden">The address of the emulated GitHub. No client gets to see it.</param>
    public static async Task<Front> StartAsync(Uri hidden, SelfSigned identity)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, Unattached>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1AndHttp2;

            // So that a request can find the connection that it came by.
            listen.Use(next => connection =>
            {
                connection.Items[Wire] = connection;
                return next(connection);
            });
            listen.UseHttps(identity.Certificate);
        }));
        var server = builder.Build();
        var front = new Front(server, hidden);
        server.Run(front.AnswerAsync);
        await server.StartAsync();
        front.Url = new Uri(server.Urls.Single());
        return front;
    }

    /// <summary>Holds comments and timeline of an issue ready until the next write.</summary>
    public async Task PrepareAsync(string repository, int issue, string token) => ready = await ReadyLists.ReadAsync(repository, issue, async path =>
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(hidden, path));
        message.Headers.Add("Authorization", $"Bearer {token}");
        message.Headers.Add("User-Agent", "benchmark");
        using var answer = (await behind.SendAsync(message)).EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("Link", out var links) ? links.First() : null);
    });

    /// <summary>From here on: other counts, another latency, another mishap.</summary>
    public void Begin(TimeSpan latency, Mishap? mishap = null)
    {
        this.latency = latency;
        count = new(mishap);
    }

    public Tally End() => count.ToTally();

    /// <summary>The same text with links that lead to this front.</summary>
    public string Shown(string text) => text.Replace(hidden.GetLeftPart(UriPartial.Authority), Url.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        behind.Dispose();
        await server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var ours = count;
        var request = context.Request;
        var isWrite = await IsWriteAsync(request);
        var (depth, mishap) = ours.Begin(request.Method, request.Path, request.Protocol, isWrite);
        if (latency > TimeSpan.Zero)
        {
            await Task.Delay(latency);
        }

        var clock = Stopwatch.StartNew();
        using var answer = mishap is null or { After: true } ? await ReachAsync(request, isWrite) : null;
        var body = answer is null ? "" : await answer.Content.ReadAsStringAsync();
        ours.End(depth, clock.Elapsed);
        await (mishap is null ? TellAsync(context.Response, answer!, body) : FailAsync(context, mishap));
    }

    /// <summary>A question to GraphQL is a POST, too; only a mutation changes anything.</summary>
    private static async Task<bool> IsWriteAsync(HttpRequest request)
    {
        if (request.Path != "/graphql")
        {
            return request.Method is not ("GET" or "HEAD");
        }

        request.EnableBuffering();
        var body = await new StreamReader(request.Body, leaveOpen: true).ReadToEndAsync();
        request.Body.Position = 0;
        return body.StartsWith("{\"query\":\"mutation", StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> ReachAsync(HttpRequest request, bool isWrite)
    {
        if (isWrite)
        {
            ready = null;
        }
        else if (ready?.Page(request.Path, request.QueryString.Value ?? "") is { } page)
        {
            var answer = new HttpResponseMessage { Content = new StringContent(page.Body, Encoding.UTF8, "application/json") };
            if (page.Link is { } link)
            {
                answer.Headers.Add("Link", link);
            }

            return answer;
        }

        return await PassOnAsync(request);
    }

    private Task<HttpResponseMessage> PassOnAsync(HttpRequest request)
    {
        var message = new HttpRequestMessage(new(request.Method), new Uri(hidden, request.Path + request.QueryString));
        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0 || request.Method is not ("GET" or "HEAD"))
        {
            message.Content = new StreamContent(request.Body);
        }

        foreach (var (name, values) in request.Headers.Where(header => !header.Key.StartsWith(':') && !IsOwn(header.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        message.Headers.AcceptEncoding.Clear();
        return behind.SendAsync(message);
    }

    private async Task TellAsync(HttpResponse response, HttpResponseMessage answer, string body)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !IsOwn(header.Key)))
        {
            response.Headers[name] = values.Select(Shown).ToArray();
        }

        if (body.Length > 0)
        {
            var bytes = Encoding.UTF8.GetBytes(Shown(body));
            response.ContentLength = bytes.Length;
            await response.Body.WriteAsync(bytes);
        }
    }

    private static async Task FailAsync(HttpContext context, Mishap mishap)
    {
        if (mishap.Status is not { } status)
        {
            ((ConnectionContext)context.Features.Get<IConnectionItemsFeature>()!.Items[Wire]!).Abort(new ConnectionAbortedException());
            return;
        }

        context.Response.StatusCode = status;
        if (status is 403 or 429)
        {
            context.Response.Headers.RetryAfter = "1";
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("""{"message":"You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}""");
        }
        else
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html><body>The server is busy.</body></html>");
        }
    }

    private static bool IsOwn(string header) => NotPassedOn.Contains(header, StringComparer.OrdinalIgnoreCase);
}
