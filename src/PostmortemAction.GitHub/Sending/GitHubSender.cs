using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PostmortemAction.GitHub;

/// <summary>
/// The one place that sends, and what it is asked for. It sends again only what may be sent again, waits where GitHub asks for it,
/// and turns everything that goes wrong into a <see cref="GitHubException"/>; only a cancelled token ends as itself.
/// </summary>
public sealed class GitHubSender : IDisposable
{
    /// <summary>A hundred thousand items. A server whose pages never end is not read for ever.</summary>
    private const int MostPages = 1000;

    /// <summary>The most that GitHub gives, and so what every list here asks for.</summary>
    private const int PageSize = 100;

    private readonly Uri api;
    private readonly Connection connection;
    private readonly ServerClock clock;
    private readonly Quota quota;
    private readonly Delivery delivery;

    /// <param name="api">The API's address, such as <c>https://api.github.com</c>.</param>
    /// <param name="graphQl">The address of the GraphQL API; on GitHub Enterprise Server it is not below the other.</param>
    /// <param name="transport">What carries requests: <see cref="Transport"/>, or a GitHub within a test. It must not follow redirects.</param>
    /// <param name="time">What waits and time-outs are measured with, by its timestamps; its date is never asked for.</param>
    /// <param name="trace">Told of each request in one line (method, path, status), of each wait and of each new try.</param>
    public GitHubSender(Uri api, Uri graphQl, string token, HttpMessageHandler transport, TimeProvider time, Action<string>? trace = null)
    {
        GraphQl = graphQl;
        this.api = new(api.AbsoluteUri.TrimEnd('/') + "/");
        IsInstallationToken = token.StartsWith("ghs_", StringComparison.Ordinal);
        clock = new(time);
        quota = new(clock);
        connection = new(token, transport, time, trace);
        delivery = new(connection, clock, quota, time, trace);
    }

    public Uri GraphQl { get; }

    /// <summary>A page of a hundred long comments comes at once; with the usual 64 KB the server would have to ask on the way whether it may go on.</summary>
    private const int StreamWindow = 1024 * 1024;

    /// <summary>A transport over the network.</summary>
    public static HttpMessageHandler Transport()
    {
        // The platform reads the machine's certificates, which takes longer than all else before the first request, only when a server shows its own.
        // What goes wrong with them is told there.
        _ = Task.Run(() =>
        {
            using var trusted = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
            return trusted.Certificates.Count;
        });
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            InitialHttp2StreamWindowSize = StreamWindow,
        };
    }

    /// <summary>Whether the token is a job's or an app's; such a token may not read <c>/user</c>.</summary>
    public bool IsInstallationToken { get; }

    /// <summary>How many requests were sent.</summary>
    public int Count => connection.Count;

    /// <summary>How many of them were to create something.</summary>
    public int Created => delivery.Created;

    /// <summary>How many requests GitHub still takes in this hour; null as long as it has not said.</summary>
    public int? Remaining => quota.Remaining;

    /// <summary>When the count of <see cref="Remaining"/> starts anew.</summary>
    public TimeSpan? ResetsIn => quota.ResetsIn;

    /// <summary>The server's time; null before its first answer. For ages of what it holds: this machine's date may be wrong.</summary>
    public DateTimeOffset? ServerNow => clock.Now;

    /// <summary>Null for 404, and for 410: what was deleted.</summary>
    public Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class =>
        delivery.SendAsync(Get(path), (request, answer) => answer.IsMissing ? null : answer.Json(request, type), cancellation);

    /// <summary>Whether the server says that it was deleted (410), and not only that it is not to be seen (404).</summary>
    public Task<string?> GetGoneAsync(string path, CancellationToken cancellation) =>
        delivery.SendAsync(
            Get(path),
            (request, answer) =>
            {
                answer.EnsureSuccessOrMissing(request);
                return answer.Status == HttpStatusCode.Gone ? path : null;
            },
            cancellation);

    /// <summary>A file's text; null where there is none.</summary>
    public Task<FileText?> GetTextAsync(string path, CancellationToken cancellation) => delivery.SendAsync(
        Get(path) with { Accept = "application/vnd.github.raw+json" },
        (request, answer) => answer.IsMissing ? null : answer.Text(request),
        cancellation);

    /// <summary>
    /// All pages in their order, by the addresses in <c>Link</c>: several at once where it names the last one, or where it is known how many there must be,
    /// else one after the other. None for 404 and 410. What moves between pages meanwhile comes twice.
    /// </summary>
    /// <param name="path">With a query, which asks for pages of <see cref="PageSize"/>.</param>
    /// <param name="progress">Told how many more items are there, page by page.</param>
    /// <param name="expected">How many items there must be; 0 where that is not known.</param>
    public async Task<List<T>> GetPagesAsync<T>(string path, JsonTypeInfo<List<T>> type, CancellationToken cancellation, Action<int>? progress = null, int expected = 0)
    {
        var request = Get(path);

        // Only the first page may be missing; a later one would be a silent cut.
        var known = Enumerable.Range(2, Math.Clamp((expected - 1) / PageSize, 0, MostPages - 1)).Select(number => Address.Page(request.Address, number));
        var pages = await Task.WhenAll([PageAsync(request, isFirst: true), .. known.Select(LaterAsync)]);
        if (pages is [var page])
        {
            pages = [page, .. await Task.WhenAll(Address.LaterPages(page.Next, page.Last, MostPages).Select(LaterAsync))];
        }

        List<T> all = [.. pages.SelectMany(each => each.Items)];
        for (var count = pages.Length; pages[^1].Next is { } next; count++)
        {
            pages = [count < MostPages ? await LaterAsync(next)
                : throw new GitHubException(request.Name, null, $"the list has more than {MostPages} pages")];
            all.AddRange(pages[0].Items);
        }

        return all;

        Task<Page<T>> LaterAsync(Uri address) => PageAsync(request with { Address = address }, isFirst: false);

        async Task<Page<T>> PageAsync(GitHubRequest request, bool isFirst)
        {
            var page = await delivery.SendAsync(
                request,
                (sent, answer) => isFirst && answer.IsMissing ? new([], null, null)
                    : new Page<T>(answer.Json(sent, type), Address.Page(sent, answer, "next"), isFirst ? Address.Page(sent, answer, "last") : null),
                cancellation);
            progress?.Invoke(page.Items.Count);
            return page;
        }
    }

    public Task<TAnswer> SendAsync<TBody, TAnswer>(
        RequestClass requestClass,
        HttpMethod method,
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellation)
        where TAnswer : class =>
        delivery.SendAsync(
            new(requestClass, method, new(api, path)) { Body = JsonSerializer.SerializeToUtf8Bytes(body, bodyType) },
            (request, answer) => answer.Json(request, answerType),
            cancellation);

    /// <summary>What is gone already counts as deleted.</summary>
    public Task DeleteAsync(string path, CancellationToken cancellation) => delivery.SendAsync(
        new(RequestClass.Edit, HttpMethod.Delete, new(api, path)),
        (request, answer) =>
        {
            answer.EnsureSuccessOrMissing(request);
            return answer;
        },
        cancellation);

    public void Dispose()
    {
        delivery.Dispose();
        connection.Dispose();
    }

    private GitHubRequest Get(string path) => new(RequestClass.Read, HttpMethod.Get, new(api, path));

    private sealed record Page<T>(List<T> Items, Uri? Next, Uri? Last);
}
