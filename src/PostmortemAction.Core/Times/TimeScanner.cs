using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>Finds the dates and times that people write in a text.</summary>
public sealed partial class TimeScanner
{
    /// <summary>Words between a date and its time: "on 14 April around 10:00".</summary>
    private static readonly string[] Fillers = ["around", "about", "approx", "approximately", "circa", "ca", "um", "roughly", "~", "≈"];

    /// <summary>Words before a time at the head of a line: "At 14:00 UTC, the pager went off".</summary>
    private static readonly string[] HeadWords = ["at", "from", "by", "around", "about", "approximately", "on"];

    /// <summary>No time at the head of a line, with all that stands before it, is longer.</summary>
    private const int LongestHead = 400;

    private readonly TimeTokens tokens;

    private TimeScanner(string text) => tokens = new(text);

    /// <summary>All dates and times of the text, in order.</summary>
    public static IReadOnlyList<WrittenTime> All(string text)
    {
        var scanner = new TimeScanner(text);
        var found = new List<WrittenTime>();
        for (var i = 0; scanner.tokens.Has(i);)
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
        var scanner = new TimeScanner(text.Length <= LongestHead ? text : text[..LongestHead]);
        var i = 0;
        while (scanner.tokens.Has(i) && (scanner.tokens[i].Text is "*" or "_" or "[" or "(" or "-" or "•" or "`" or "~"
            || IsPicture(scanner.tokens[i].Text)
            || HeadWords.Contains(scanner.tokens[i].Text, StringComparer.OrdinalIgnoreCase)))
        {
            i++;
        }

        return scanner.Read(ref i);
    }

    /// <summary>A picture that people put before a time, and what joins the parts of one.</summary>
    private static bool IsPicture(string token) =>
        char.IsSurrogate(token[0]) || token[0] is '\uFE0F' or '\u200D' || char.GetUnicodeCategory(token[0]) == System.Globalization.UnicodeCategory.OtherSymbol;

    private WrittenTime? Read(ref int i)
    {
        half = null;
        if (!MayBegin(i))
        {
            return null;
        }

        var start = i;
        var (date, time, zone) = ((DateParts?)null, (LocalTime?)null, (WrittenZone?)null);
        var word = ReadDayWord(ref i);
        i = word is not null && Has(i, ",") ? i + 1 : i;
        if (ReadDate(ref i) is { } first)
        {
            // A weekday before a date is a part of it.
            (date, word) = (first, null);
            var next = SkipBetween(SkipWeekday(i), "at", "T", "-", "–", "—", "|", "(");
            (time, zone) = ReadTimeAndZone(ref next, isIso: Has(next - 1, "T"), hasDate: true);
            i = time is null ? i : next;
        }
        else if (word is not null)
        {
            i = SkipBetween(i, "at", "-", "–", "—", "|", "(", ":");
            (time, zone) = ReadTimeAndZone(ref i, isIso: false);
            if (time is null)
            {
                return null;
            }
        }
        else
        {
            (time, zone) = ReadTimeAndZone(ref i, isIso: false);
            if (time is null)
            {
                return null;
            }

            var next = SkipBetween(i, "on");
            _ = ReadDayWord(ref next);
            next = Has(next, ",") ? next + 1 : next;
            if (ReadDate(ref next) is { } second && !BeginsTime(SkipBetween(next, "at")))
            {
                date = second;
                i = next;
                zone ??= ReadZone(ref i);
            }
            else if (ReadDayWordBehind(ref i) is { } behind)
            {
                word = behind;
                zone ??= ReadZone(ref i);
            }
        }

        return new(date?.Year, date?.Day, time, zone, tokens[start].Start, tokens[i - 1].End, date is { Day: null }, half is not null) { Word = word };
    }

    /// <summary>Whether a date or a time may begin there: most words begin none, and this is asked of every word of a text.</summary>
    private bool MayBegin(int i) => tokens.Has(i) && tokens[i] is var first && (first.IsNumber || (first.IsWord && Beginnings.Words.Contains(first.Text)));

    private bool BeginsTime(int i)
    {
        var read = half;
        var begins = ReadTime(ref i) is not null;
        half = read;
        return begins;
    }

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

        while (tokens.Has(i) && Fillers.Contains(tokens[i].Text, StringComparer.OrdinalIgnoreCase))
        {
            i++;
        }

        return i;
    }

    private bool Has(int i, string text) => tokens.Has(i) && tokens[i].Is(text);

    private int? Number(int i, int digits = 2) => tokens.Has(i) ? tokens[i].Number(digits) : null;

    private TimeToken At(int i) => tokens.Has(i) ? tokens[i] : new(" ", 0, true);

    /// <summary>A class of its own, so that the words that it is made of are there before it.</summary>
    private static class Beginnings
    {
        public static readonly HashSet<string> Words = new([.. Months, .. FullMonths, LongSeptember, .. DayWord.All, .. DayArticles], StringComparer.OrdinalIgnoreCase);
    }
}
