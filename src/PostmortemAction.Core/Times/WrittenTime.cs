using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>A date, a time of day or both, as somebody wrote them: only what is there, nothing added.</summary>
/// <param name="Year">The year, when the date has one.</param>
/// <param name="Day">Month and day, when a date is given.</param>
/// <param name="Time">Time of day, when given.</param>
/// <param name="Zone">The zone, when given.</param>
/// <param name="Start">Where it begins in the text that was read.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="AmbiguousDate">Whether a date like <c>05/04/2024</c> leaves open which number is the month; then no day is given.</param>
/// <param name="HasHalf">Whether AM or PM stands behind the time.</param>
public sealed record WrittenTime(
    int? Year,
    AnnualDate? Day,
    LocalTime? Time,
    WrittenZone? Zone,
    int Start,
    int End,
    bool AmbiguousDate = false,
    bool HasHalf = false)
{
    /// <summary>The day in words, where no date is given.</summary>
    public DayWord? Word { get; init; }

    /// <summary>Whether the date can be: no 29 February 2023, and no date of which either number may be the month.</summary>
    public bool IsPossible => !AmbiguousDate && this is not { Year: not null, Day: not null, Date: null };

    /// <summary>The full date; null while day or year is missing or they do not fit (29 February 2023).</summary>
    public LocalDate? Date => Year is { } year && Day is { } day && day.IsValidYear(year) ? day.InYear(year) : null;
}
