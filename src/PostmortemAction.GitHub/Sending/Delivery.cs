namespace PostmortemAction.GitHub;

/// <summary>
/// Brings a request to its answer: a few writes and several reads at once, and again what is worth it. Waits that GitHub asks for
/// hold for every request.
/// </summary>
internal sealed class Delivery : IDisposable
{
    private const int MostTries = 4;
    private const int MostWaits = 3;
    private const int MostRedirects = 2;

    /// <summary>A fifth of what GitHub takes at once: a thousand comments and their events in one go. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits</summary>
    private readonly SemaphoreSlim reads = new(20);
    private readonly SemaphoreSlim writes = new(3);
    private readonly Connection connection;
    private readonly ServerClock clock;
    private readonly Quota quota;
    private readonly LimitGate gate;
    private readonly CreatePacing pacing;
    private readonly TimeProvider time;
    private readonly Action<string>? trace;

    /// <summary>What a limit ends is sent anew as another request; that the limit lasts shows only over all of them.</summary>
    private readonly Waits endedWaits = new();

    public Delivery(Connection connection, ServerClock clock, Quota quota, TimeProvider time, Action<string>? trace)
    {
        this.connection = connection;
        this.clock = clock;
        this.quota = quota;
        gate = new(clock, time, trace);
        pacing = new(clock, time);
        this.time = time;
        this.trace = trace;
    }

    /// <summary>How many creations were sent.</summary>
    public int Created => pacing.Count;

    /// <param name="read">Reads the answer. What it cannot read counts as an answer that got lost.</param>
    public async Task<T> SendAsync<T>(GitHubRequest request, Func<GitHubRequest, GitHubAnswer, T> read, CancellationToken cancellation)
        where T : class? =>
        (T)(await DeliverAsync(request, answer => read(request, answer), cancellation))!;

    public void Dispose()
    {
        reads.Dispose();
        writes.Dispose();
    }

    /// <summary>The same for all kinds of answers: what is generic is made anew for each of them when the program starts, and that takes longer than to send.</summary>
    private async Task<object?> DeliverAsync(GitHubRequest request, Func<GitHubAnswer, object?> read, CancellationToken cancellation)
    {
        var lane = request.Class == RequestClass.Read ? reads : writes;
        await lane.WaitAsync(cancellation);
        try
        {
            var waits = request.EndsAtLimit ? endedWaits : new();
            for (var tries = 1; ; tries++)
            {
                try
                {
                    return read(await FollowAsync(request, waits, cancellation));
                }
                catch (GitHubException failure) when (failure.IsWorthRetrying && tries < MostTries)
                {
                    // 1, 2, 4 s. The jitter is the clock's own last digits, so that a simulated run is the same each time.
                    var delay = TimeSpan.FromSeconds(1 << (tries - 1)) + TimeSpan.FromMilliseconds(time.GetTimestamp() % 250);
                    trace?.Invoke($"trying again in {delay.TotalSeconds:0} s: {failure.Message}");
                    await Task.Delay(delay, time, cancellation);
                }
            }
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>Follows redirects, and only to where the token belongs.</summary>
    private async Task<GitHubAnswer> FollowAsync(GitHubRequest request, Waits waits, CancellationToken cancellation)
    {
        for (var hop = 0; ; hop++)
        {
            var answer = await PassAsync(request, waits, cancellation);
            if (!answer.IsRedirect)
            {
                return answer;
            }

            request = !Uri.TryCreate(request.Address, answer.Headers.Location, out var target) || !Address.IsSamePlace(target, request.Address)
                ? throw request.Moved(
                    answer.Status, $"redirects to {target?.Host ?? "nowhere"}, where the token must not go", isForeign: target is not null && target.Host != request.Address.Host)
                : request.Method == HttpMethod.Get && hop < MostRedirects ? request with { Address = target }
                : throw request.Moved(answer.Status, $"redirects to {target.AbsolutePath}, where this request must not follow");
        }
    }

    /// <summary>Sends when GitHub lets us, and what a limit does not end again when it asks to wait: then the request had no effect.</summary>
    private async Task<GitHubAnswer> PassAsync(GitHubRequest request, Waits waits, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await ExchangeAsync(request, cancellation);
            if (RateLimit.Of(request, answer, clock) is not { } limit)
            {
                endedWaits.Count = request.EndsAtLimit ? 0 : endedWaits.Count;
                return answer;
            }

            // What was on its way when another was told to wait tells of the same limit.
            waits.Count += request.EndsAtLimit && gate.IsShut ? 0 : 1;
            gate.Shut(limit, limit.Wait ?? TimeSpan.FromMinutes(1 << Math.Clamp(waits.Count - 1, 0, MostWaits)));
            if (waits.Count > MostWaits || request.EndsAtLimit)
            {
                throw gate.Refusal(request);
            }
        }
    }

    private async Task<GitHubAnswer> ExchangeAsync(GitHubRequest request, CancellationToken cancellation)
    {
        if (request.Class == RequestClass.Create)
        {
            await pacing.WaitAsync(cancellation);
        }

        // The gate comes last: it may have been shut while others waited.
        if (request.EndsAtLimit)
        {
            gate.EnsureOpen(request);
        }
        else
        {
            await gate.PassAsync(request, cancellation);
        }

        var answer = await connection.SendAsync(request, cancellation);
        if (answer.Headers.Date is { } date)
        {
            clock.Set(date);
        }

        quota.Note(answer);
        if (RateLimit.OfOutage(answer, clock) is { Wait: { } wait } outage)
        {
            gate.Shut(outage, wait);
        }

        return answer;
    }

    /// <summary>How often a request was told to wait, over all its tries.</summary>
    private sealed class Waits
    {
        public int Count { get; set; }
    }
}
