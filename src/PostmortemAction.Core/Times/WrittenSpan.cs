using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>From when to when, as somebody wrote it: "from 10:00 AM to 12:00 PM (UTC) on June 7, 2024".</summary>
public sealed record WrittenSpan(WrittenTime Start, WrittenTime End)
{
    private static readonly string[] Connectors = ["to", "until", "till", "through", "and", "up to", "-", "–", "—", "to about", "to around", "to approximately", "→", "->", "~", "ended at", "and ended at", "until about", "till about", "bis", "bis etwa", "bis ca."];

    /// <summary>No incident lasts half a year: one from December to January is over New Year.</summary>
    private const int MostMonths = 6;

    /// <summary>One without a leap day: which day is next to another where nobody says the year.</summary>
    private const int UsualYear = 2023;

    /// <summary>The first span of a text; what one end leaves out - date, zone, AM or PM - the other one gives.</summary>
    public static WrittenSpan? In(string text)
    {
        var times = TimeScanner.All(text);
        for (var i = 0; i + 1 < times.Count; i++)
        {
            var (start, end) = (times[i], times[i + 1]);
            var between = text[start.End..end.Start].Trim(' ', ',', '(', ')', '*', '_').ToLowerInvariant();
            if (start.Time is null || end.Time is null || !Connectors.Contains(between)
                || (between == "and" && !text[..start.Start].Contains("between", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var dates = times.Where(time => time is { Time: null, Day: not null }).ToList();
            return Share(start, end, dates.LastOrDefault(date => date.End <= start.Start)
                ?? dates.FirstOrDefault(date => date.Start < end.End || !text[end.End..date.Start].Contains("\n\n", StringComparison.Ordinal)));
        }

        return null;
    }

    private static WrittenSpan Share(WrittenTime start, WrittenTime end, WrittenTime? date)
    {
        (start, end) = Halved(start, end);
        var zone = start.Zone ?? end.Zone;
        start = start with { Zone = start.Zone ?? zone };
        end = end with { Zone = end.Zone ?? zone };
        if (start is { Day: null, Word: null } && end.Day is null && date is not null)
        {
            start = start with { Day = date.Day, Year = date.Year };
        }

        if (start is { Day: null, Word: null } && end.Day is not null)
        {
            start = On(start, end, start.Time > end.Time ? -1 : 0);
        }
        else if (start.Day is not null && end is { Day: null, Word: null })
        {
            end = On(end, start, end.Time < start.Time ? 1 : 0);
        }

        var years = start.Day?.Month - end.Day?.Month > MostMonths ? 1 : 0;
        return new(
            start.Year is null && end.Year is { } year ? start with { Year = year - years } : start,
            end.Year is null && start.Year is { } same ? end with { Year = same + years } : end);
    }

    /// <summary>Without AM or PM an end is less than twelve hours from the other: "11:00 to 1:00 AM" begins in the evening, "2:00 PM to 4:30" ends in the afternoon.</summary>
    private static (WrittenTime Start, WrittenTime End) Halved(WrittenTime start, WrittenTime end)
    {
        if (start.HasHalf == end.HasHalf || (start.HasHalf ? end : start).Time is not { Hour: >= 1 and <= 12 } open || (start.Day is not null && end.Day is not null && start.Day != end.Day))
        {
            return (start, end);
        }

        var (from, to) = (start.Time!.Value, end.Time!.Value);
        var other = open.PlusHours(12);
        return start.HasHalf
            ? (start, end with { Time = Ahead(from, other) < Ahead(from, to) ? other : to })
            : (start with { Time = Ahead(other, to) < Ahead(from, to) ? other : from }, end);
    }

    /// <summary>How far it is from one time of a day to the next such other; nothing lasts no time.</summary>
    private static long Ahead(LocalTime from, LocalTime to) =>
        to.TickOfDay - from.TickOfDay is var ticks && ticks > 0 ? ticks : ticks + NodaConstants.TicksPerDay;

    /// <summary>The day of the other end, or the one before or after it.</summary>
    private static WrittenTime On(WrittenTime time, WrittenTime other, int days)
    {
        if (days == 0 || other.Day is not { } day || (other.Year is not null && other.Date is null))
        {
            return time with { Day = other.Day, Year = other.Year };
        }

        var date = day.InYear(other.Year ?? UsualYear).PlusDays(days);
        return time with { Day = new(date.Month, date.Day), Year = other.Year is null ? null : date.Year };
    }
}
