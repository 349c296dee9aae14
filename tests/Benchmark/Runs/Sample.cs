using PostmortemAction.Benchmark.Fronts;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>What one run cost.</summary>
/// <param name="Cpu">User and system time of the process and its children.</param>
/// <param name="PeakMegabytes">The most memory that was resident, in MiB.</param>
internal sealed record Sample(TimeSpan Wall, TimeSpan Cpu, double PeakMegabytes, Tally Tally, int ExitCode, string Log);
