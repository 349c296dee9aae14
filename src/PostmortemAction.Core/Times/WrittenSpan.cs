using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>From when to when, as somebody wrote it: "from 10:00 AM to 12:00 PM (UTC) on June 7, 2024".</summary>
public sealed record WrittenSpan(WrittenTime Start, WrittenTime End)
{
    private static readonly string[] Connectors = ["to", "until", "till", "through", "and", "up to", "-", "–", "—", "to about", "to around", "to approximately", "→", "->", "~", "ended at", "and ended at", "until about", "till about"];

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
            return Share(start, end, dates.LastOrDefault(date => date.End <= start.Start) ?? dates.FirstOrDefault());
        }

        return null;
    }

    private static WrittenSpan Share(WrittenTime start, WrittenTime end, WrittenTime? date)
    {
        if (!start.HasHalf && end.HasHalf && start.Time is { Hour: < 12 } morning && morning.PlusHours(12) < end.Time)
        {
            start = start with { Time = morning.PlusHours(12) };
        }

        var zone = start.Zone ?? end.Zone;
        start = start with { Zone = start.Zone ?? zone };
        end = end with { Zone = end.Zone ?? zone };
        if (start.Day is null && end.Day is null && date is not null)
        {
            start = start with { Day = date.Day, Year = date.Year };
        }

        if (start.Day is null && end.Day is not null)
        {
            start = start with { Day = end.Day, Year = end.Year };
            if (start.Time > end.Time && start.Date is { } day)
            {
                var before = day.PlusDays(-1);
                start = start with { Day = new(before.Month, before.Day), Year = before.Year };
            }
        }
        else if (start.Day is not null && end.Day is null)
        {
            end = end with { Day = start.Day, Year = start.Year };
            if (end.Time < start.Time && end.Date is { } day)
            {
                var after = day.PlusDays(1);
                end = end with { Day = new(after.Month, after.Day), Year = after.Year };
            }
        }

        return new(
            start.Year is null && end.Year is { } year ? start with { Year = year } : start,
            end.Year is null && start.Year is { } same ? end with { Year = same } : end);
    }
}
