using PostmortemAction.Benchmark.Fronts;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>How a contender came through one mishap.</summary>
/// <param name="IsMet">Whether the mishap's request was made at all; else nothing was shown.</param>
/// <param name="AtFirst">Whether everything was right after the run that met it.</param>
/// <param name="Afterwards">Whether it was so after one more run without a mishap.</param>
internal sealed record MishapOutcome(Mishap Mishap, bool IsMet, bool AtFirst, bool Afterwards);
