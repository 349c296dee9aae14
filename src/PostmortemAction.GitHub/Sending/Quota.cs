using System.Globalization;

namespace PostmortemAction.GitHub;

/// <summary>What the latest answer told of the requests that this hour still has.</summary>
internal sealed class Quota(ServerClock clock)
{
    private Reading? latest;

    public int? Remaining => latest?.Remaining;

    public TimeSpan? ResetsIn => latest?.Resets - clock.Elapsed is { } left ? TimeSpan.FromTicks(Math.Max(0, left.Ticks)) : null;

    public void Note(GitHubAnswer answer)
    {
        // GraphQL has a quota of its own.
        if (answer.Header("x-ratelimit-resource") is null or "core" && answer.Number("x-ratelimit-remaining") is { } remaining)
        {
            latest = new((int)Math.Min(remaining, int.MaxValue), clock.Elapsed + RateLimit.UntilReset(answer, clock));
        }
    }

    private sealed record Reading(int Remaining, TimeSpan? Resets);
}
