using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Runs;

/// <summary>What one run left behind on the runner's side.</summary>
internal sealed record Ran(
    int ExitCode,
    string? Bug,
    string Log,
    string Summary,
    IReadOnlyDictionary<string, string> Outputs,
    string Environment,
    string Path,
    string State,
    IReadOnlyList<SentRequest> Sent,
    long CpuMilliseconds,
    long Megabytes);
