namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>A failure on purpose: which requests it meets, and what happens to them.</summary>
public sealed record Fault
{
    public static Fault PullRequestsForbidden { get; } = new() { Name = "pull-requests-forbidden" };

    public static Fault NoSubIssues { get; } = new() { Name = "no-sub-issues" };

    public static Fault NotJson { get; } = new() { Name = "not-json" };

    /// <summary>A failure that the emulation knows by name. What else is given here changes it.</summary>
    public string? Name { get; init; }

    public string? Method { get; init; }

    /// <summary>A regular expression on the path with its query.</summary>
    public string? Path { get; init; }

    /// <summary>Which of the requests that it could meet, from 1; each, if there is none.</summary>
    public int? Nth { get; init; }

    public int? Status { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The connection breaks off instead of an answer.</summary>
    public bool? Drop { get; init; }

    /// <summary>The request takes effect all the same.</summary>
    public bool? After { get; init; }

    /// <summary>The permission that would have been enough, for <c>no-permission</c>.</summary>
    public string? Accepted { get; init; }

    /// <summary>In seconds, for <c>rate-limit</c>.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>A delay before the request takes effect, for <c>latency</c>.</summary>
    public int? Ms { get; init; }

    public static Fault NoPermission(string method, string path, string accepted) =>
        new() { Name = "no-permission", Method = method, Path = path, Accepted = accepted };

    public static Fault RateLimit(int retryAfter) => new() { Name = "rate-limit", RetryAfter = retryAfter };

    public static Fault Latency(int ms) => new() { Name = "latency", Ms = ms };
}
