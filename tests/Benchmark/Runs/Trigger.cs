namespace PostmortemAction.Benchmark.Runs;

/// <summary>The event by which the runner starts a step.</summary>
/// <param name="Payload">As GitHub sends it, in JSON.</param>
internal sealed record Trigger(string Name, string Payload);
