using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostmortemAction.GitHub;

/// <summary>
/// The one place that sends. It pins the API version, follows redirects itself (only to the same host, so that the token stays there),
/// bounds answers, and turns everything that goes wrong into a <see cref="GitHubException"/>.
/// </summary>
public sealed class GitHubSender : IDisposable
{
    private const int MostRedirects = 5;
    private const long MostBytes = 32 * 1024 * 1024;
    private readonly HttpClient http;
    private readonly Uri api;
    private readonly Action<string>? trace;
    private int count;

    /// <param name="api">The API's address, such as <c>https://api.github.com</c>.</param>
    /// <param name="graphQl">The address of the GraphQL API; on GitHub Enterprise Server it is not below the other.</param>
    /// <param name="transport">What carries requests: <see cref="Transport"/>, or a GitHub within a test. It must not follow redirects.</param>
    /// <param name="trace">Told of each request in one line: method, path and status.</param>
    public GitHubSender(Uri api, Uri graphQl, string token, HttpMessageHandler transport, Action<string>? trace = null)
    {
        this.trace = trace;
        GraphQl = graphQl;
        this.api = new(api.AbsoluteUri.TrimEnd('/') + "/");
        IsInstallationToken = token.StartsWith("ghs_", StringComparison.Ordinal);
        http = new(transport, disposeHandler: false)
        {
            MaxResponseContentBufferSize = MostBytes,
            Timeout = TimeSpan.FromSeconds(60),
            DefaultRequestVersion = HttpVersion.Version20,
        };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.Add(new("postmortem-action", "1.0"));
        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    public Uri GraphQl { get; }

    /// <summary>A transport over the network.</summary>
    public static HttpMessageHandler Transport() => new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };

    /// <summary>Whether the token is a job's or an app's; such a token may not read <c>/user</c>.</summary>
    public bool IsInstallationToken { get; }

    /// <summary>How many requests were sent.</summary>
    public int Count => count;

    /// <summary>Null for 404, and for 410: what was deleted.</summary>
    public async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, new Uri(api, path)), "application/vnd.github+json", cancellation);
        return GitHubAnswer.IsMissing(answer) ? null : await GitHubAnswer.ReadAsync(answer, $"GET {path}", type, cancellation);
    }

    /// <summary>A file's text; null where there is none.</summary>
    public async Task<string?> GetTextAsync(string path, CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new(HttpMethod.Get, new Uri(api, path)), "application/vnd.github.raw+json", cancellation);
        if (GitHubAnswer.IsMissing(answer))
        {
            return null;
        }

        await GitHubAnswer.EnsureSuccessAsync(answer, $"GET {path}", cancellation);
        return await answer.Content.ReadAsStringAsync(cancellation);
    }

    /// <summary>All pages, by following <c>Link</c> verbatim; none for 404 and 410.</summary>
    public async Task<List<T>> GetPagesAsync<T>(string path, JsonTypeInfo<List<T>> type, CancellationToken cancellation)
    {
        var all = new List<T>();
        for (Uri? page = new(api, path); page is not null;)
        {
            var uri = page;
            using var answer = await SendAsync(() => new(HttpMethod.Get, uri), "application/vnd.github+json", cancellation);
            if (GitHubAnswer.IsMissing(answer))
            {
                return all;
            }

            all.AddRange(await GitHubAnswer.ReadAsync(answer, $"GET {path}", type, cancellation));
            page = GitHubAnswer.NextPage(answer, api, $"GET {path}");
        }

        return all;
    }

    public async Task<TAnswer> SendAsync<TBody, TAnswer>(
        HttpMethod method, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellation)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body, bodyType);
        using var answer = await SendAsync(
            () =>
            {
                var content = new ByteArrayContent(json);
                content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
                return new(method, new Uri(api, path)) { Content = content };
            },
            "application/vnd.github+json",
            cancellation);
        return await GitHubAnswer.ReadAsync(answer, $"{method} {path}", answerType, cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, string accept, CancellationToken cancellation)
    {
        Uri? target = null;
        for (var hop = 0; ; hop++)
        {
            using var request = make();
            request.RequestUri = target ?? request.RequestUri;
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
            var name = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            HttpResponseMessage answer;
            try
            {
                Interlocked.Increment(ref count);
                answer = await http.SendAsync(request, cancellation);
                trace?.Invoke($"{request.Method} {request.RequestUri.PathAndQuery} {(int)answer.StatusCode}");
            }
            catch (HttpRequestException e)
            {
                trace?.Invoke($"{name} no answer");
                throw new GitHubException(name, null, $"{api.Host} cannot be reached: {e.Message}", inner: e);
            }
            catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
            {
                trace?.Invoke($"{name} no answer");
                throw new GitHubException(name, null, $"{api.Host} did not answer within {http.Timeout.TotalSeconds:0} seconds", inner: e);
            }

            if (answer.Headers.Location is not { } location
                || answer.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Redirect or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                return answer;
            }

            answer.Dispose();
            target = new(request.RequestUri!, location);
            if (hop == MostRedirects || target.Host != api.Host || target.Scheme != api.Scheme)
            {
                throw new GitHubException(name, answer.StatusCode, $"redirects to {target.Host}, where the token must not go");
            }
        }
    }
}
