using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>An entry as somebody wrote it, before its day is found.</summary>
/// <param name="Time">The time at its head; null when it has none.</param>
/// <param name="Label">The label that stands above it.</param>
/// <param name="Head">The time as it is written.</param>
internal sealed record WrittenEntry(WrittenTime? Time, string Text, string? Label, string Head = "")
{
    /// <summary>The entry's words; with the time, where nothing came of it.</summary>
    public string Words(Moment? at, string text) => at is null && Time is not null ? $"{Head} {text}" : text;
}
