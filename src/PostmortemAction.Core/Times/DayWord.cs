using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>A day in words, which only something else dates: a weekday, a day by the telling's own (yesterday), the day after what was told before.</summary>
/// <param name="Weekday">The weekday; none where it is another word.</param>
/// <param name="Offset">Days from the day of the telling, where <paramref name="Weekday"/> is none.</param>
/// <param name="IsNext">Whether it is the day after what was told before.</param>
public sealed record DayWord(IsoDayOfWeek Weekday, int Offset, bool IsNext)
{
    public static DayWord Next { get; } = new(IsoDayOfWeek.None, 1, IsNext: true);

    private static readonly Dictionary<string, DayWord> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yesterday"] = Telling(-1), ["today"] = Telling(0), ["tomorrow"] = Telling(1),
        ["monday"] = Day(IsoDayOfWeek.Monday), ["tuesday"] = Day(IsoDayOfWeek.Tuesday), ["wednesday"] = Day(IsoDayOfWeek.Wednesday), ["thursday"] = Day(IsoDayOfWeek.Thursday),
        ["friday"] = Day(IsoDayOfWeek.Friday), ["saturday"] = Day(IsoDayOfWeek.Saturday), ["sunday"] = Day(IsoDayOfWeek.Sunday),
        ["mon"] = Day(IsoDayOfWeek.Monday), ["tue"] = Day(IsoDayOfWeek.Tuesday), ["tues"] = Day(IsoDayOfWeek.Tuesday), ["wed"] = Day(IsoDayOfWeek.Wednesday),
        ["thu"] = Day(IsoDayOfWeek.Thursday), ["thur"] = Day(IsoDayOfWeek.Thursday), ["thurs"] = Day(IsoDayOfWeek.Thursday),
        ["fri"] = Day(IsoDayOfWeek.Friday), ["sat"] = Day(IsoDayOfWeek.Saturday), ["sun"] = Day(IsoDayOfWeek.Sunday),
    };

    /// <summary>The words that are one.</summary>
    public static IEnumerable<string> All => Words.Keys;

    public static DayWord? Of(string word) => Words.GetValueOrDefault(word);

    private static DayWord Telling(int offset) => new(IsoDayOfWeek.None, offset, IsNext: false);

    private static DayWord Day(IsoDayOfWeek weekday) => new(weekday, 0, IsNext: false);
}
