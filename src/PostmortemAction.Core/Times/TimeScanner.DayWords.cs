namespace PostmortemAction.Core.Times;

/// <content>Days in words: Monday, yesterday, the next day. Which day that is, <see cref="DayFinder"/> finds.</content>
public sealed partial class TimeScanner
{
    /// <summary>What a day in words may begin with: "the next day", "following day".</summary>
    private static readonly string[] DayArticles = ["the", "next", "following"];

    private static readonly string[] PartsOfDay = ["morning", "afternoon", "evening"];

    private static readonly string[] Closings = [".", ",", ";", ":", ")", "]", "|", "-", "–", "—", "*", "_", "`"];

    /// <summary>Behind these a weekday, a night or a week is another one than it would be alone, and people do not agree which.</summary>
    private static readonly string[] Shifts = ["last", "previous", "next"];

    /// <summary>The day that the text is and nothing more, as it stands above entries: "Monday:", "**Next day**".</summary>
    public static WrittenTime? DayAlone(string text)
    {
        if (text.Length > LongestHead)
        {
            return null;
        }

        var scanner = new TimeScanner(text);
        var i = 0;
        while (scanner.Has(i, "*") || scanner.Has(i, "_") || scanner.Has(i, "on"))
        {
            i++;
        }

        if (scanner.ReadDayWord(ref i) is not { } word)
        {
            return null;
        }

        while (scanner.tokens.Has(i) && Closings.Contains(scanner.tokens[i].Text))
        {
            i++;
        }

        return scanner.tokens.Has(i) ? null : new(null, null, null, null, 0, text.Length) { Word = word };
    }

    /// <summary>Whether the text names a day in words that was not read with its time: "Monday, I think, 08:00", "08:00, two days ago", "last Monday 08:00".</summary>
    public static bool HasOtherDay(string text, WrittenTime read)
    {
        var scanner = new TimeScanner(text);
        for (var i = 0; scanner.tokens.Has(i); i++)
        {
            var next = i;
            var isRead = scanner.tokens[i].Start >= read.Start && scanner.tokens[i].Start < read.End;
            if (scanner.Has(i, "ago")
                || (Shifts.Any(shift => scanner.Has(i, shift)) && (DayWord.Of(scanner.At(i + 1).Text) is not null || scanner.Has(i + 1, "night") || scanner.Has(i + 1, "week")))
                || (!isRead && read.Word is null && scanner.ReadDayWord(ref next) is { } word && word != DayWord.Of("today")))
            {
                return true;
            }
        }

        return false;
    }

    private DayWord? ReadDayWord(ref int i)
    {
        var next = Has(i, "the") ? i + 1 : i;
        if ((Has(next, "next") || Has(next, "following")) && Has(next + 1, "day") && !IsPossessive(next + 2))
        {
            i = next + 2;
            return DayWord.Next;
        }

        // In small letters these three are verbs and stars more often than days.
        if (!tokens.Has(i) || !tokens[i].IsWord || tokens[i].Text is "sat" or "sun" or "wed" || DayWord.Of(tokens[i].Text) is not { } word || IsPossessive(i + 1))
        {
            return null;
        }

        i++;
        i += Has(i, ".") && tokens[i - 1].Text.Length <= 5 ? 1 : 0;
        i += PartsOfDay.Contains(At(i).Text, StringComparer.OrdinalIgnoreCase) ? 1 : 0;
        return word;
    }

    /// <summary>
    /// The day in words behind a time: "09:00 on Monday", "08:30 the next day". Without such a word before it, it must end there:
    /// of "10:00 Monday deploy went out" it is the deploy's.
    /// </summary>
    private DayWord? ReadDayWordBehind(ref int i)
    {
        var next = Has(i, ",") ? i + 1 : i;
        var isSaid = Has(next, "on") || Has(next, "the");
        next += Has(next, "on") ? 1 : 0;
        if (ReadDayWord(ref next) is not { } word || !(isSaid || !tokens.Has(next) || Closings.Contains(tokens[next].Text)) || BeginsTime(SkipBetween(next, "at")))
        {
            return null;
        }

        i = next;
        return word;
    }

    /// <summary>The weekday behind a date: "2026-03-10 (Tue) 08:00", "10 March, Tuesday, 08:00".</summary>
    private int SkipWeekday(int i)
    {
        var next = Has(i, "(") || Has(i, ",") ? i + 1 : i;
        if (ReadDayWord(ref next) is not { Weekday: not NodaTime.IsoDayOfWeek.None })
        {
            return i;
        }

        return Has(i, "(") ? (Has(next, ")") ? next + 1 : i) : next;
    }

    private bool IsPossessive(int i) => tokens.Has(i) && tokens[i] is { Text: "'" or "’", Spaced: false };
}
