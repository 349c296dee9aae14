using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Times;

/// <summary>
/// Which number of <c>05/04/2024</c> is the month: one date of a document in which the other number is above twelve settles it for all.
/// </summary>
public static class DateOrder
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>True when days come first, false when months do; null when the text does not say, or contradicts itself.</summary>
    public static bool? DaysFirst(string text)
    {
        var dates = Dates(text).ToList();
        var (days, months) = (dates.Any(date => date.First > 12 && date.Second <= 12), dates.Any(date => date.Second > 12 && date.First <= 12));
        return days == months ? null : days;
    }

    /// <summary>The text with its numeric dates as ISO 8601.</summary>
    public static string Settle(string text, bool daysFirst)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var date in Dates(text))
        {
            var (day, month) = daysFirst ? (date.First, date.Second) : (date.Second, date.First);
            result.Append(text, at, date.Start - at);
            result.Append(month is >= 1 and <= 12 && day is >= 1 and <= 31
                ? string.Create(CultureInfo.InvariantCulture, $"{(date.Year is { } year ? $"{year:D4}-{month:D2}-{day:D2}" : $"{day} {Months[month - 1]}")}") : text[date.Start..date.End]);
            at = date.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Without a year it is a date only before a time: else it may be a fraction.</summary>
    private static bool IsClock(TimeTokens tokens, int i)
    {
        i += tokens.Has(i) && (tokens[i].Text == "," || tokens[i].Is("at")) ? 1 : 0;
        return tokens.Has(i + 2) && tokens[i] is { Spaced: true, IsNumber: true } && tokens[i + 1].Text == ":" && tokens[i + 2].IsNumber;
    }

    private static IEnumerable<(int First, int Second, int? Year, int Start, int End)> Dates(string text)
    {
        var tokens = new TimeTokens(text);
        for (var i = 0; tokens.Has(i + 4); i++)
        {
            if (tokens[i].Number() is { } first && tokens[i + 1].Text is "/" or "." or "-" && tokens[i + 2].Number() is { } second
                && tokens[i + 3].Text == tokens[i + 1].Text && tokens[i + 4] is { Text.Length: 4 } year && year.Number(4) is { } value)
            {
                yield return (first, second, value, tokens[i].Start, year.End);
                i += 4;
            }
            else if (tokens[i].Number() is { } one && tokens[i + 1].Text == "/" && tokens[i + 2].Number() is { } other && IsClock(tokens, i + 3))
            {
                yield return (one, other, null, tokens[i].Start, tokens[i + 2].End);
                i += 2;
            }
        }
    }
}
