using System.Net;

namespace PostmortemAction.GitHub;

/// <summary>Sends one request once and takes its whole answer, bounded in time and size.</summary>
internal sealed class Connection : IDisposable
{
    private const int MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly Action<string>? trace;
    private int count;

    public Connection(string token, HttpMessageHandler transport, TimeProvider time, Action<string>? trace)
    {
        this.time = time;
        this.trace = trace;

        // The client's own time-out would run by a clock of its own.
        http = new(transport, disposeHandler: false) { MaxResponseContentBufferSize = MostBytes, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.Add(new("postmortem-action", "1.0"));
        http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    /// <summary>How many requests were sent.</summary>
    public int Count => count;

    public async Task<GitHubAnswer> SendAsync(GitHubRequest request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var timeOut = new CancellationTokenSource(MostTime, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeOut.Token);
        using var message = request.ToMessage();
        Interlocked.Increment(ref count);
        try
        {
            using var answer = await http.SendAsync(message, end.Token);
            trace?.Invoke($"{request.Method} {request.Address.PathAndQuery} {(int)answer.StatusCode}");
            var body = await answer.Content.ReadAsByteArrayAsync(end.Token);
            return new(answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType?.MediaType, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            trace?.Invoke($"{request.Method} {request.Address.PathAndQuery} no answer");
            throw Failure(request, e, timeOut.IsCancellationRequested);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>What is wrong with a certificate stands in the innermost exception; the others only point to it.</summary>
    private static string Reason(Exception e) => e is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } ? e.GetBaseException().Message : e.Message;

    private static GitHubException Failure(GitHubRequest request, Exception e, bool isLate)
    {
        var host = request.Address.Host;
        return e switch
        {
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.ProxyTunnelError or HttpRequestError.SecureConnectionError
            } => request.NotSent($"{host} cannot be reached: {Reason(e)}", e),
            _ when isLate => request.Lost(null, $"{host} did not answer within {MostTime.TotalSeconds:0} seconds", e),
            _ => request.Lost(null, $"{host} cannot be reached or broke off: {e.Message}", e),
        };
    }
}
