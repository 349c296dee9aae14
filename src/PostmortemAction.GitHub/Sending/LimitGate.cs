namespace PostmortemAction.GitHub;

/// <summary>
/// Shut while GitHub asks to wait: nothing passes, whoever asks, since sending on is what turns a limit into a ban.
/// Requests wait together, and what they have waited together is bounded.
/// </summary>
internal sealed class LimitGate(ServerClock clock, TimeProvider time, Action<string>? trace)
{
    private readonly Lock door = new();
    private TimeSpan budget = TimeSpan.FromMinutes(10);
    private TimeSpan opensAt;
    private TimeSpan paidUntil;
    private RateLimit? reason;

    public bool IsShut
    {
        get
        {
            lock (door)
            {
                return opensAt > clock.Elapsed;
            }
        }
    }

    public void Shut(RateLimit limit, TimeSpan wait)
    {
        lock (door)
        {
            var until = clock.Elapsed + wait;
            (opensAt, reason) = until > opensAt ? (until, limit) : (opensAt, reason);
        }
    }

    /// <summary>Waits until the gate is open; a <see cref="GitHubException"/> where that takes longer than we wait.</summary>
    public async Task PassAsync(GitHubRequest request, CancellationToken cancellation)
    {
        while (NextWait(request) is { } wait)
        {
            trace?.Invoke($"waiting {wait.TotalSeconds:0} s: GitHub asks for it");
            await Task.Delay(wait, time, cancellation);
        }
    }

    public void EnsureOpen(GitHubRequest request)
    {
        lock (door)
        {
            if (opensAt > clock.Elapsed)
            {
                throw Refusal(request);
            }
        }
    }

    public GitHubException Refusal(GitHubRequest request)
    {
        lock (door)
        {
            var left = opensAt - clock.Elapsed;
            return new(request.Name, reason?.Status, reason?.Reason ?? "") { IsLimit = true, Wait = left, RetryAt = clock.Now + left };
        }
    }

    private TimeSpan? NextWait(GitHubRequest request)
    {
        lock (door)
        {
            var now = clock.Elapsed;
            if (opensAt <= now)
            {
                return null;
            }

            // What another request waits for already costs nothing more.
            var cost = opensAt - (paidUntil > now ? paidUntil : now);
            if (cost > budget)
            {
                throw Refusal(request);
            }

            (budget, paidUntil) = (budget - cost, opensAt);

            // Timers count whole milliseconds and must not end early.
            return TimeSpan.FromMilliseconds(Math.Ceiling((opensAt - now).TotalMilliseconds));
        }
    }
}
