namespace PostmortemAction.GitHub.Tests;

/// <summary>A GitHub that gives one answer after the other, the last one again and again, and notes what it was asked.</summary>
internal sealed class ScriptedTransport(VirtualTime time, params Reply[] replies) : HttpMessageHandler
{
    /// <summary>More than any test needs: a loop without an end fails instead of hanging.</summary>
    private const int MostRequests = 1100;

    public List<Sent> Requests { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.InRange(Requests.Count, 0, MostRequests);
        var reply = replies[Math.Min(Requests.Count, replies.Length - 1)];
        Requests.Add(new(request.Method.Method, request.RequestUri!, time.Elapsed));
        return reply(request, cancellationToken);
    }
}

/// <summary>How one request is answered.</summary>
internal delegate Task<HttpResponseMessage> Reply(HttpRequestMessage request, CancellationToken cancellation);

/// <summary>What was sent, and when.</summary>
internal sealed record Sent(string Method, Uri Address, TimeSpan At);
