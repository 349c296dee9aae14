namespace PostmortemAction.Benchmark.Fronts;

/// <summary>What one run asked of GitHub.</summary>
/// <param name="InSequence">The longest chain of requests of which each began after the one before had ended.</param>
/// <param name="Answering">How long the emulated GitHub took for all of them.</param>
/// <param name="Protocol">Such as <c>HTTP/2</c>; null without a request.</param>
/// <param name="MishapMet">Whether the request of the mishap was made.</param>
internal sealed record Tally(int Requests, int InSequence, int Writes, TimeSpan Answering, string? Protocol, bool MishapMet);
