using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>One line of the timeline.</summary>
/// <param name="At">When; null when nobody wrote a time.</param>
/// <param name="Text">What happened, in the author's Markdown; further lines are separated by LF.</param>
/// <param name="Kind">What it is about; null when nothing says so.</param>
/// <param name="KindFrom">The words from which the kind was read.</param>
/// <param name="Author">The login of who wrote or did it.</param>
/// <param name="Source">The address of what proves it.</param>
/// <param name="IsHumanAction">Whether a person did or told it: for an event, only an assignment by a person.</param>
public sealed record TimelineEntry(
    Moment? At,
    string Text,
    EntryKind? Kind,
    string? KindFrom,
    string? Author,
    string? Source,
    EntryOrigin Origin,
    bool IsHumanAction = true);
