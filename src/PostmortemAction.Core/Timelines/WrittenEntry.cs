using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>An entry as somebody wrote it, before its day is found.</summary>
/// <param name="Time">The time at its head; null when it has none.</param>
/// <param name="Label">The label that stands above it.</param>
internal sealed record WrittenEntry(WrittenTime? Time, string Text, string? Label);
