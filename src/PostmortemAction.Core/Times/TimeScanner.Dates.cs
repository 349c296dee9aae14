using NodaTime;

namespace PostmortemAction.Core.Times;

/// <content>Dates: ISO, numeric, with the month's name before or after the day.</content>
public sealed partial class TimeScanner
{
    /// <summary>Other numbers of four digits are no years.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 2999;

    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The only short name of four letters.</summary>
    private const string LongSeptember = "sept";

    private static readonly string[] FullMonths =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

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

        if (ReadDayAndMonth(ref i) is { } yearless)
        {
            return yearless;
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

    /// <summary>14/04/2024 or 04/14/2024: which number is the month shows only where the other one is above twelve. With dots the day is first.</summary>
    private DateParts? ReadNumericDate(ref int i)
    {
        if (Number(i) is not { } first || !(Has(i + 1, "/") || Has(i + 1, ".") || Has(i + 1, "-")) || Number(i + 2) is not { } second
            || At(i + 3).Text != At(i + 1).Text || Number(i + 4, 4) is not (>= FirstYear and <= LastYear and var year) || At(i + 4).Text.Length != 4)
        {
            return null;
        }

        var hasDots = Has(i + 1, ".");
        i += 5;
        return (first, second) switch
        {
            (_, <= 12) when (first > 12 || hasDots) && Exists(second, first) => new(year, second, first),
            ( <= 12, > 12) when Exists(first, second) => new(year, first, second),
            _ when first == second && Exists(first, second) => new(year, first, second),
            _ => new(year, 0, 0),
        };
    }

    /// <summary>
    /// 30.05., 30.05 or 30/05 without a year, where a time follows: else it is a version or a fraction. With dots the day is first;
    /// with a slash it shows only where one number is above twelve.
    /// </summary>
    private DateParts? ReadDayAndMonth(ref int i)
    {
        var isTail = i > 0 && tokens.Has(i) && !tokens[i].Spaced && tokens[i - 1].Text is "." or "/" or ":" or "-";
        if (isTail || Number(i) is not { } first || !(Has(i + 1, ".") || Has(i + 1, "/")) || At(i + 1).Spaced || Number(i + 2) is not { } second || At(i + 2).Spaced)
        {
            return null;
        }

        var hasDots = Has(i + 1, ".");
        var end = hasDots && Has(i + 3, ".") && !At(i + 3).Spaced ? i + 4 : i + 3;
        var clock = SkipBetween(end, "at", "-", "–", "—", "|", "(");
        if (!At(clock).Spaced || !BeginsTime(clock))
        {
            return null;
        }

        var date = hasDots ? (Exists(second, first) ? new DateParts(null, second, first) : (DateParts?)null)
            : (Exists(second, first), Exists(first, second)) switch
            {
                (true, true) when first != second => new DateParts(null, 0, 0),
                (true, _) => new DateParts(null, second, first),
                (_, true) => new DateParts(null, first, second),
                _ => null,
            };
        i = date is null ? i : end;
        return date;
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
        if (tokens.Has(i) && !tokens[i].Spaced && (Has(i, "st") || Has(i, "nd") || Has(i, "rd") || Has(i, "th")))
        {
            i++;
        }

        return day;
    }

    private int? Month(int i)
    {
        if (!tokens.Has(i) || !tokens[i].IsWord)
        {
            return null;
        }

        var word = tokens[i].Text.ToLowerInvariant();
        var month = Array.IndexOf(FullMonths, word);
        month = month >= 0 ? month : Array.IndexOf(Months, word == LongSeptember ? "sep" : word);
        return month >= 0 ? month + 1 : null;
    }

    private static bool Exists(int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2024, month);

    private readonly record struct DateParts(int? Year, int MonthNumber, int DayNumber)
    {
        public AnnualDate? Day => MonthNumber == 0 || !Exists(MonthNumber, DayNumber) ? null : new AnnualDate(MonthNumber, DayNumber);
    }
}
