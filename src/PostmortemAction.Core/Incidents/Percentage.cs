using System.Globalization;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Shares of users in people's words.</summary>
public static class Percentage
{
    private static readonly string[] People = ["users", "user", "customers", "clients", "accounts", "visitors", "subscribers", "people"];

    /// <summary>The number of an answer that asks for a percentage: <c>30</c>, <c>~30 %</c>, <c>about 30 percent</c>, <c>all</c>.</summary>
    public static double? OfAnswer(string text)
    {
        var words = Words(text);
        if (words is ["all"] or ["everyone"] or ["everybody"] || words is ["all", _] && People.Contains(words[1]))
        {
            return 100;
        }

        var numbers = words.Select(Number).OfType<double>().ToList();
        return numbers.Count == 1 ? numbers[0] : null;
    }

    /// <summary>The share of users that running text states: a percentage that says "of users", and nothing else's.</summary>
    public static double? InText(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Length; i++)
        {
            var (value, next) = words[i].EndsWith('%') ? (Number(words[i]), i + 1)
                : i + 1 < words.Length && words[i + 1] is "%" or "percent" ? (Number(words[i]), i + 2)
                : (null, i);
            if (value is null || next >= words.Length || words[next] != "of")
            {
                continue;
            }

            if (words.Skip(next + 1).Take(4).Any(word => People.Contains(word)))
            {
                return value;
            }
        }

        return null;
    }

    private static string[] Words(string text) =>
        [.. PlainText.Fold(text).Split(' ').Select(word => word.Trim(',', '.', '(', ')', '*', '_', ';', ':', '~', '≈', '`')).Where(word => word.Length > 0)];

    private static double? Number(string word) =>
        double.TryParse(word.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
