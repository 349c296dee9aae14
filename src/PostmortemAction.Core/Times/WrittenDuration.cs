using System.Globalization;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Times;

/// <summary>Spans of time in words: <c>2 hours</c>, <c>45 mins</c>, <c>1h 30m</c>, <c>three hours</c>.</summary>
public static class WrittenDuration
{
    /// <summary>Ten years in minutes: no incident is longer, and what somebody writes beyond it is a slip.</summary>
    public const double Longest = 3_653 * 1_440;

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] Bounds = ["under", "over", "than", "most", "least", "within", "to", "maximum", "minimum", "nearly", "almost"];

    private static readonly Dictionary<string, int> Units = new()
    {
        ["d"] = 1440, ["day"] = 1440, ["days"] = 1440,
        ["h"] = 60, ["hr"] = 60, ["hrs"] = 60, ["hour"] = 60, ["hours"] = 60,
        ["m"] = 1, ["min"] = 1, ["mins"] = 1, ["minute"] = 1, ["minutes"] = 1,
    };

    /// <summary>The first span in minutes; null when the text names none.</summary>
    public static double? Minutes(string text)
    {
        var words = Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            var (total, next) = (0.0, i);
            while (Part(words, next) is { } part)
            {
                total += part.Minutes;
                next = part.Next;
                next = next < words.Count && words[next] == "and" && Part(words, next + 1) is not null ? next + 1 : next;
            }

            if (next > i)
            {
                // "under 3 hours", "10-15 minutes": a bound or a range is no figure.
                return i > 0 && (Bounds.Contains(words[i - 1]) || char.IsAsciiDigit(words[i - 1][^1])) ? null : total;
            }
        }

        return null;
    }

    private static (double Minutes, int Next)? Part(List<string> words, int i)
    {
        if (i + 2 < words.Count && words[i] == "half" && words[i + 1] is "a" or "an" && Units.TryGetValue(words[i + 2], out var halved))
        {
            return (halved / 2.0, i + 3);
        }

        if (i + 1 >= words.Count || !Units.TryGetValue(words[i + 1], out var unit))
        {
            return null;
        }

        // 14h30 is a time of day.
        if (words[i + 1] == "h" && i + 2 < words.Count && words[i + 2].Length == 2 && char.IsAsciiDigit(words[i + 2][0]) && (i + 3 >= words.Count || !words[i + 3].StartsWith('m'))
            && double.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour > 12)
        {
            return null;
        }

        var number = Array.IndexOf(Numbers, words[i]) is var index and > 0 ? index
            : words[i] is "a" or "an" ? 1
            : double.TryParse(words[i], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : (double?)null;
        return number is { } count ? (count * unit, i + 2) : null;
    }

    /// <summary>Words and numbers, also where they are glued: <c>1h30m</c>.</summary>
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var fold = PlainText.Fold(text);
        for (var i = 0; i < fold.Length;)
        {
            var end = i + 1;
            if (char.IsAsciiDigit(fold[i]))
            {
                while (end < fold.Length && (char.IsAsciiDigit(fold[end]) || (fold[end] == '.' && end + 1 < fold.Length && char.IsAsciiDigit(fold[end + 1]))))
                {
                    end++;
                }
            }
            else if (char.IsLetter(fold[i]))
            {
                while (end < fold.Length && char.IsLetter(fold[end]))
                {
                    end++;
                }
            }

            // What stands in brackets behind a span says it again: "120 min (2 h)".
            if (char.IsLetterOrDigit(fold[i]) || fold[i] is ':' or '%' or '(')
            {
                words.Add(fold[i..end]);
            }

            i = end;
        }

        return words;
    }
}
