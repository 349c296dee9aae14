using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>A time in the middle of a sentence; it counts only where the section is a timeline.</summary>
internal static class Mention
{
    /// <summary>The only time of day that the text names; null when it names none or several.</summary>
    public static WrittenTime? In(string text) =>
        TimeScanner.All(text).Where(time => time.Time is not null).ToList() is [var only] ? only : null;
}
