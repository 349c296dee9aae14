namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>What was asked, in the order of its start.</summary>
/// <param name="Depth">The longest chain of requests that had to wait for each other.</param>
public sealed record RequestLog(IReadOnlyList<Request> Requests, int MaxConcurrency, int Depth);
