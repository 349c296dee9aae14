using System.Globalization;
using NodaTime;

namespace PostmortemAction.Core.Text;

/// <summary>Spans of time for people.</summary>
public static class Durations
{
    /// <summary><c>45 min</c>, <c>120 min (2 h)</c>, <c>5480 min (3 d 19 h 20 min)</c>: the figure first, days never dropped.</summary>
    public static string Describe(long minutes)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{minutes} min");
        if (minutes < 60)
        {
            return text;
        }

        return $"{text} ({Parts(minutes)})";
    }

    /// <summary><c>45 min</c>, <c>1 h 5 min</c>, <c>3 d 19 h</c>, <c>0 min</c>.</summary>
    public static string Brief(Duration duration) =>
        (long)Math.Round(duration.TotalMinutes, MidpointRounding.AwayFromZero) is var minutes && minutes == 0 ? "0 min" : Parts(minutes);

    /// <summary>The same for a narrow column of a table: it breaks before the bracket and nowhere else.</summary>
    public static string Unbroken(string duration) => duration.Replace(' ', '\u00A0').Replace("\u00A0(", " (", StringComparison.Ordinal);

    private static string Parts(long minutes)
    {
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        string[] parts =
        [
            days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{days} d") : "",
            hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours} h") : "",
            rest > 0 ? string.Create(CultureInfo.InvariantCulture, $"{rest} min") : "",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    /// <summary>A place on a line of time, in whole minutes: <c>+5 min</c>, <c>+1 h 05 min</c>, <c>+3 d 2 h 05 min</c>, <c>−10 min</c>; <c>0 min</c> where it begins.</summary>
    public static string Elapsed(Duration elapsed)
    {
        var minutes = (long)Math.Floor(elapsed.TotalMinutes);
        var (sign, rest) = (minutes < 0 ? "−" : minutes > 0 ? "+" : "", Math.Abs(minutes));
        var (days, hours) = (rest / 1440, rest / 60 % 24);
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{(days > 0 ? $"{days} d " : "")}{(rest >= 60 ? $"{hours} h {rest % 60:00}" : $"{rest}")} min");
    }
}
