namespace PostmortemAction.Benchmark.Runs;

/// <summary>The event by which the runner starts a step.</summary>
/// <param name="Issue">The issue that it is about.</param>
/// <param name="Payload">As GitHub sends it, in JSON.</param>
internal sealed record Trigger(string Name, int Issue, string Payload);
