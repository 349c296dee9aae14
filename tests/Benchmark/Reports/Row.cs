namespace PostmortemAction.Benchmark.Reports;

/// <summary>One line of the table.</summary>
/// <param name="Ratio">Ours by the yardstick's; null where that says nothing.</param>
/// <param name="Goal">Null where none was set.</param>
/// <param name="IsCount">Whether it is the same on every machine.</param>
internal sealed record Row(string Name, string Ours, string Yardstick, double? Ratio, string? Goal, bool IsReached, bool IsCount);
