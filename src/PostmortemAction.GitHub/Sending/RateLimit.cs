using System.Net;

namespace PostmortemAction.GitHub;

/// <summary>An answer by which GitHub asks to wait. It proves that the request had no effect.</summary>
/// <param name="Wait">How long; null where GitHub does not say.</param>
internal sealed record RateLimit(HttpStatusCode Status, string Reason, TimeSpan? Wait)
{
    /// <summary>GitHub's quotas start anew every hour; what asks for more than a day is no sane number.</summary>
    private const long MostSeconds = 24 * 60 * 60;

    /// <returns>Null for any other answer, also for a 403 that lacks a permission or meets a locked conversation.</returns>
    public static RateLimit? Of(GitHubRequest request, GitHubAnswer answer, ServerClock clock) => answer.Status switch
    {
        HttpStatusCode.TooManyRequests => Read(answer, clock),
        HttpStatusCode.Forbidden when answer.Headers.Contains("Retry-After") || IsUsedUp(answer) || IsNamed(answer) => Read(answer, clock),
        HttpStatusCode.OK when request.IsGraphQl && IsOfGraphQl(answer) => Read(answer, clock),
        _ => null,
    };

    /// <summary>A server that is down may also say for how long. Then nothing is known of the effect, but the wait holds.</summary>
    public static RateLimit? OfOutage(GitHubAnswer answer, ServerClock clock) =>
        answer.Status >= HttpStatusCode.InternalServerError && RetryAfter(answer, clock) is { } ? Read(answer, clock) : null;

    /// <summary>How long the quota's hour still runs, by the server's clock.</summary>
    public static TimeSpan? UntilReset(GitHubAnswer answer, ServerClock clock) =>
        answer.Number("x-ratelimit-reset") is { } reset && Now(answer, clock) is { } now ? Seconds(reset - now.ToUnixTimeSeconds()) : null;

    private static RateLimit Read(GitHubAnswer answer, ServerClock clock) => new(
        answer.Status,
        ErrorText.Of(answer.Body) ?? "it limits how much is sent",
        RetryAfter(answer, clock) ?? (IsUsedUp(answer) ? UntilReset(answer, clock) : null));

    private static TimeSpan? RetryAfter(GitHubAnswer answer, ServerClock clock) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => Seconds((long)delta.TotalSeconds),
        { Date: { } date } when Now(answer, clock) is { } now => Seconds((long)Math.Ceiling((date - now).TotalSeconds)),
        _ => null,
    };

    private static DateTimeOffset? Now(GitHubAnswer answer, ServerClock clock) => answer.Headers.Date ?? clock.Now;

    /// <summary>At least one, or a server that says 0 would be asked without a pause.</summary>
    private static TimeSpan Seconds(long seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 1, MostSeconds));

    private static bool IsUsedUp(GitHubAnswer answer) => answer.Number("x-ratelimit-remaining") == 0;

    /// <summary>By the error's type: its words may quote people's names.</summary>
    private static bool IsOfGraphQl(GitHubAnswer answer) =>
        answer.Body.AsSpan().IndexOf("RATE_LIMIT"u8) >= 0 && ErrorText.Types(answer.Body).Any(type => type.StartsWith("RATE_LIMIT", StringComparison.Ordinal))
        || answer.Body.AsSpan().IndexOf("secondary rate limit"u8) >= 0 && ErrorText.Of(answer.Body)?.Contains("secondary rate limit", StringComparison.Ordinal) == true;

    private static bool IsNamed(GitHubAnswer answer) =>
        ErrorText.Of(answer.Body) is { } text
        && (text.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
            || text.Contains("RATE_LIMIT", StringComparison.Ordinal)
            || text.Contains("abuse", StringComparison.OrdinalIgnoreCase));
}
