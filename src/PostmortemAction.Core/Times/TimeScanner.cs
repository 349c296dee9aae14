using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>Finds the dates and times that people write in a text.</summary>
public sealed class TimeScanner
{
    /// <summary>Other numbers of four digits are no years.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 2999;

    /// <summary>Words between a date and its time: "on 14 April around 10:00".</summary>
    private static readonly string[] Fillers = ["around", "about", "approx", "approximately", "circa", "ca", "um", "roughly", "~", "≈"];

    /// <summary>Words before a time at the head of a line: "At 14:00 UTC, the pager went off".</summary>
    private static readonly string[] HeadWords = ["at", "from", "by", "around", "about", "approximately", "on"];

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] FullMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private readonly IReadOnlyList<TimeToken> tokens;

    /// <summary>Whether the last time read carried AM or PM.</summary>
    private string? half;

    private TimeScanner(string text) => tokens = TimeToken.Split(text);

    /// <summary>All dates and times of the text, in order.</summary>
    public static IReadOnlyList<WrittenTime> All(string text)
    {
        var scanner = new TimeScanner(text);
        var found = new List<WrittenTime>();
        for (var i = 0; i < scanner.tokens.Count;)
        {
            var next = i;
            if (scanner.Read(ref next) is { } time)
            {
                found.Add(time);
                i = next;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>The time with which the text begins, leaving aside bullets, emphasis and brackets; null when it begins otherwise.</summary>
    public static WrittenTime? AtHead(string text)
    {
        var scanner = new TimeScanner(text);
        var i = 0;
        while (i < scanner.tokens.Count && (scanner.tokens[i].Text is "*" or "_" or "[" or "(" or "-" or "•" or "`" or "~"
            || HeadWords.Contains(scanner.tokens[i].Text, StringComparer.OrdinalIgnoreCase)))
        {
            i++;
        }

        return scanner.Read(ref i);
    }

    private WrittenTime? Read(ref int i)
    {
        var start = i;
        var (date, time, zone) = ((DateParts?)null, (LocalTime?)null, (WrittenZone?)null);
        half = null;
        if (ReadDate(ref i) is { } first)
        {
            date = first;
            var next = SkipBetween(i, "at", "T", "-", "–", "—", "|", "(");
            (time, zone) = ReadTimeAndZone(ref next, isIso: Has(next - 1, "T"), hasDate: true);
            i = time is null ? i : next;
        }
        else
        {
            (time, zone) = ReadTimeAndZone(ref i, isIso: false);
            if (time is null)
            {
                return null;
            }

            var next = SkipBetween(i, "on");
            if (ReadDate(ref next) is { } second && !BeginsTime(SkipBetween(next, "at")))
            {
                date = second;
                i = next;
                zone ??= ReadZone(ref i);
            }
        }

        return new(date?.Year, date?.Day, time, zone, tokens[start].Start, tokens[i - 1].End, date is { Day: null }, half is not null);
    }

    private bool BeginsTime(int i) => ReadTime(ref i) is not null;

    private (LocalTime? Time, WrittenZone? Zone) ReadTimeAndZone(ref int i, bool isIso, bool hasDate = false)
    {
        var start = i;
        var time = ReadTime(ref i);
        var hasSeconds = i - start >= 5;
        // Behind a whole date "10:00 -07:00" has an offset; "10:00 -12:00" alone is a span.
        var isOffset = hasDate && Has(i, "-") && tokens[i].Spaced && Has(i + 2, ":") && !At(i + 1).Spaced;
        return (time, time is null ? null : ReadZone(ref i, mayBeNegative: isIso || hasSeconds || isOffset));
    }

    private int SkipBetween(int i, params ReadOnlySpan<string> words)
    {
        if (Has(i, ","))
        {
            i++;
        }

        foreach (var word in words)
        {
            if (Has(i, word))
            {
                i++;
                break;
            }
        }

        while (i < tokens.Count && Fillers.Contains(tokens[i].Text, StringComparer.OrdinalIgnoreCase))
        {
            i++;
        }

        return i;
    }

    private DateParts? ReadDate(ref int i)
    {
        if (ReadIsoDate(ref i) is { } iso)
        {
            return iso;
        }

        if (ReadNumericDate(ref i) is { } numeric)
        {
            return numeric;
        }

        if (ReadCommaDate(ref i) is { } comma)
        {
            return comma;
        }

        // April 14[th][,] [2024]
        if (Month(i) is { } month)
        {
            var next = Has(i + 1, ".") ? i + 2 : i + 1;
            if (DayOfMonth(ref next) is { } day)
            {
                i = next;
                return new(OptionalYear(ref i), month, day);
            }

            return null;
        }

        // 14[th] [of] April[,] [2024]
        var after = i;
        if (DayOfMonth(ref after) is { } dayFirst)
        {
            after = Has(after, "of") || Has(after, "-") ? after + 1 : after;
            if (Month(after) is { } monthSecond)
            {
                i = Has(after + 1, ".") || (Has(after + 1, "-") && Number(after + 2, 4) >= FirstYear) ? after + 2 : after + 1;
                return new(OptionalYear(ref i), monthSecond, dayFirst);
            }
        }

        return null;
    }

    private DateParts? ReadIsoDate(ref int i)
    {
        if (Number(i, 4) is not (>= FirstYear and <= LastYear and var year) || At(i).Text.Length != 4 || !(Has(i + 1, "-") || Has(i + 1, "/"))
            || Number(i + 2) is not { } month || At(i + 3).Text != At(i + 1).Text || Number(i + 4) is not { } day
            || !Exists(month, day))
        {
            return null;
        }

        i += 5;
        return new(year, month, day);
    }

    /// <summary>14/04/2024 or 04/14/2024: which number is the month shows only where the other one is above twelve.</summary>
    private DateParts? ReadNumericDate(ref int i)
    {
        if (Number(i) is not { } first || !(Has(i + 1, "/") || Has(i + 1, ".") || Has(i + 1, "-")) || Number(i + 2) is not { } second
            || At(i + 3).Text != At(i + 1).Text || Number(i + 4, 4) is not (>= FirstYear and <= LastYear and var year) || At(i + 4).Text.Length != 4)
        {
            return null;
        }

        i += 5;
        return (first, second) switch
        {
            ( > 12, <= 12) when Exists(second, first) => new(year, second, first),
            ( <= 12, > 12) when Exists(first, second) => new(year, first, second),
            _ when first == second && Exists(first, second) => new(year, first, second),
            _ => new(year, 0, 0),
        };
    }

    /// <summary>03, 14, 2024: with commas only where one number must be the day.</summary>
    private DateParts? ReadCommaDate(ref int i)
    {
        if (Number(i) is not { } first || !Has(i + 1, ",") || Number(i + 2) is not { } second || !Has(i + 3, ",")
            || Number(i + 4, 4) is not (>= FirstYear and <= LastYear and var year) || At(i + 4).Text.Length != 4)
        {
            return null;
        }

        var date = (first, second) switch
        {
            ( > 12, <= 12) when Exists(second, first) => new DateParts(year, second, first),
            ( <= 12, > 12) when Exists(first, second) => new DateParts(year, first, second),
            _ => (DateParts?)null,
        };
        i = date is null ? i : i + 5;
        return date;
    }

    private int? OptionalYear(ref int i)
    {
        var next = Has(i, ",") ? i + 1 : i;
        if (Number(next, 4) is >= FirstYear and <= LastYear and var year && !Has(next + 1, ":"))
        {
            i = next + 1;
            return year;
        }

        return null;
    }

    private int? DayOfMonth(ref int i)
    {
        if (Number(i) is not (>= 1 and <= 31 and var day) || Has(i + 1, ":"))
        {
            return null;
        }

        i++;
        if (i < tokens.Count && !tokens[i].Spaced && (Has(i, "st") || Has(i, "nd") || Has(i, "rd") || Has(i, "th")))
        {
            i++;
        }

        return day;
    }

    private int? Month(int i)
    {
        if (i >= tokens.Count || !tokens[i].IsWord)
        {
            return null;
        }

        var word = tokens[i].Text.ToLowerInvariant();
        var month = Array.IndexOf(FullMonths, word);
        month = month >= 0 ? month : Array.IndexOf(Months, word == "sept" ? "sep" : word);
        return month >= 0 ? month + 1 : null;
    }

    private LocalTime? ReadTime(ref int i)
    {
        // 0830HRS, 0830 hrs
        if (Number(i, 4) is { } military && At(i).Text.Length == 4 && (Has(i + 1, "hrs") || Has(i + 1, "h")))
        {
            i += 2;
            return Clock(military / 100, military % 100, 0);
        }

        if (Number(i) is not { } hour)
        {
            return null;
        }

        // A number that ends a longer one (3.10:05, -10:05) is still read; one glued behind a letter other than T is not.
        if (i > 0 && !tokens[i].Spaced && tokens[i - 1].IsWord && !tokens[i - 1].Is("T"))
        {
            return null;
        }

        // The minutes of a time that could not be read are no hours: "2.15 PM", "10 ; 05 AM".
        var isTail = i >= 2 && tokens[i - 1].Text is "." or ":" or ";" && tokens[i - 2].IsNumber;
        var next = i + 1;
        var (minute, second) = (0, 0);
        var clock = false;
        if (ReadFrenchOrDotted(ref next) is { } minutesOnly)
        {
            clock = true;
            minute = minutesOnly;
        }
        else if (Has(next, ":") && !tokens[next].Spaced && Number(next + 1) is { } minutes && At(next + 1).Text.Length == 2 && !At(next + 1).Spaced)
        {
            clock = true;
            minute = minutes;
            next += 2;
            if (Has(next, ":") && !tokens[next].Spaced && Number(next + 1) is { } seconds && At(next + 1).Text.Length == 2 && !At(next + 1).Spaced)
            {
                second = seconds;
                next += 2;
                if (Has(next, ".") && next + 1 < tokens.Count && tokens[next + 1] is { IsNumber: true, Spaced: false })
                {
                    next += 2;
                }
            }
        }

        half = Half(ref next, clock);
        if (!clock && (half is null || isTail))
        {
            return null;
        }

        if (clock && half is null && (Has(next, "hrs") || Has(next, "hr")))
        {
            next++;
        }

        // 14:15 pm is 14:15; 12 AM is midnight; 12 PM is noon.
        hour = half switch
        {
            "am" when hour == 12 => 0,
            "pm" when hour < 12 => hour + 12,
            _ => hour,
        };
        if (Clock(hour, minute, second) is not { } time)
        {
            return null;
        }

        i = next;
        return time;
    }

    private string? Half(ref int i, bool clock)
    {
        if (Has(i, "am") || Has(i, "pm"))
        {
            return tokens[i++].Text.ToLowerInvariant();
        }

        // 11:21a, 12:28p
        if (clock && (Has(i, "a") || Has(i, "p")) && !tokens[i].Spaced && !Has(i + 1, "."))
        {
            return tokens[i++].Text.ToLowerInvariant() + "m";
        }

        if ((Has(i, "a") || Has(i, "p")) && Has(i + 1, ".") && Has(i + 2, "m") && !tokens[i + 2].Spaced)
        {
            var half = tokens[i].Text.ToLowerInvariant() + "m";
            i += Has(i + 3, ".") ? 4 : 3;
            return half;
        }

        return null;
    }

    /// <summary><c>14h30</c>, and <c>2.15 PM</c> or <c>10 : 05 AM</c> where the half of the day says that it is a time.</summary>
    private int? ReadFrenchOrDotted(ref int i)
    {
        if (Number(i + 1) is not { } minutes || At(i + 1).Text.Length != 2)
        {
            return null;
        }

        var isFrench = Has(i, "h") && !tokens[i].Spaced && !At(i + 1).Spaced && !Has(i + 2, "m") && !Has(i + 2, "min");
        var isHalved = At(i).Text is "." or ";" or ":" && (Has(i + 2, "am") || Has(i + 2, "pm") || ((Has(i + 2, "a") || Has(i + 2, "p")) && Has(i + 3, ".") && Has(i + 4, "m")));
        if (!isFrench && !isHalved)
        {
            return null;
        }

        i += 2;
        return minutes;
    }

    /// <param name="mayBeNegative">Whether <c>-04:00</c> right behind the time is an offset; else it is the end of a range.</param>
    private WrittenZone? ReadZone(ref int i, bool mayBeNegative = false)
    {
        var bracket = Has(i, "(") || Has(i, "[");
        var from = bracket ? i + 1 : i;
        var next = from;
        if (ReadZoneName(ref next, mayBeNegative) is not { } zone)
        {
            return null;
        }

        if (bracket)
        {
            // "(UTC)" ends with its bracket; "(UTC, all times)" is left to the text.
            if (!Has(next, ")") && !Has(next, "]"))
            {
                return null;
            }

            next++;
        }

        i = next;
        return zone;
    }

    private WrittenZone? ReadZoneName(ref int i, bool mayBeNegative = false)
    {
        if (i >= tokens.Count)
        {
            return null;
        }

        var first = tokens[i];

        // Right behind the time: Z, +01:00, -0400; apart from it only with minutes.
        var isApart = first.Spaced && !(Has(i + 2, ":") && !At(i + 1).Spaced);
        if (!isApart && (Sign(i) > 0 || (Sign(i) < 0 && (mayBeNegative || At(i + 1).Text.Length == 4))) && ReadOffset(ref i) is { } glued)
        {
            return glued;
        }

        if (!first.IsWord)
        {
            return null;
        }

        // Europe/Berlin, America/Argentina/Buenos_Aires
        if (Has(i + 1, "/"))
        {
            var next = i + 2;
            while (next + 1 < tokens.Count && Has(next + 1, "/"))
            {
                next += 2;
            }

            if (next < tokens.Count && tokens[next].IsWord)
            {
                var name = string.Concat(Enumerable.Range(i, next - i + 1).Select(k => tokens[k].Text));
                if (ZoneNames.TryFind(name, out var zone))
                {
                    i = next + 1;
                    return new(name, zone);
                }
            }
        }

        if (ReadZonePhrase(ref i) is { } phrase)
        {
            return phrase;
        }

        // Abbreviations count in capitals only: "est", "eat" and "met" are words.
        if (first.Text.Any(char.IsLower) || !ZoneNames.TryFind(first.Text, out var found))
        {
            return null;
        }

        if (first.Text is "UTC" or "GMT" && Sign(i + 1) != 0 && i + 2 < tokens.Count && tokens[i + 2] is { IsNumber: true, Spaced: false })
        {
            var next = i + 1;
            if (ReadOffset(ref next) is { } offset)
            {
                i = next;
                return offset with { Text = first.Text + offset.Text };
            }
        }

        i++;
        return new(first.Text, found);
    }

    /// <summary>"Pacific Time", "Eastern Standard Time", "Greenwich Mean Time".</summary>
    private WrittenZone? ReadZonePhrase(ref int i)
    {
        for (var length = 4; length >= 2; length--)
        {
            if (i + length > tokens.Count || !tokens.Skip(i).Take(length).All(token => token.IsWord))
            {
                continue;
            }

            var words = string.Join(' ', tokens.Skip(i).Take(length).Select(token => token.Text));
            if (ZoneNames.OfPhrase(words) is { } zone)
            {
                i += length;
                return new(words, zone);
            }
        }

        return null;
    }

    /// <summary>The zone that a phrase about the whole text names: "all times in Pacific Time", "All times in GMT+2", "(EAT + 3)".</summary>
    public static WrittenZone? ZoneIn(string text)
    {
        var scanner = new TimeScanner(text);
        for (var i = 0; i < scanner.tokens.Count; i++)
        {
            var next = i;
            if (scanner.tokens[i].IsWord && scanner.ReadZoneName(ref next) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }

    private int Sign(int i) => Has(i, "+") ? 1 : Has(i, "-") || Has(i, "−") ? -1 : 0;

    private WrittenZone? ReadOffset(ref int i)
    {
        var sign = Sign(i);
        if (i + 1 >= tokens.Count || tokens[i + 1].Spaced || Number(i + 1, 4) is not { } number)
        {
            return null;
        }

        var (hours, minutes, next) = (number, 0, i + 2);
        if (At(i + 1).Text.Length > 2)
        {
            (hours, minutes) = (number / 100, number % 100);
        }
        else if (Has(next, ":") && Number(next + 1) is { } written)
        {
            (minutes, next) = (written, next + 2);
        }

        if (hours > 14 || minutes > 59)
        {
            return null;
        }

        var text = string.Concat(Enumerable.Range(i, next - i).Select(k => tokens[k].Text));
        i = next;
        return new(text, ZoneNames.Fixed(sign * (hours * 60 + minutes)));
    }

    private static LocalTime? Clock(int hour, int minute, int second) =>
        hour <= 23 && minute <= 59 && second <= 59 ? new LocalTime(hour, minute, second) : null;

    private static bool Exists(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2024, month);

    private bool Has(int i, string text) => i < tokens.Count && tokens[i].Is(text);

    private int? Number(int i, int digits = 2) => i < tokens.Count ? tokens[i].Number(digits) : null;

    private TimeToken At(int i) => i < tokens.Count ? tokens[i] : new(" ", 0, true);

    private readonly record struct DateParts(int? Year, int MonthNumber, int DayNumber)
    {
        public AnnualDate? Day => MonthNumber == 0 || !Exists(MonthNumber, DayNumber) ? null : new AnnualDate(MonthNumber, DayNumber);
    }
}
