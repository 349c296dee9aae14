using System.Globalization;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Shares of users in people's words.</summary>
public static class Percentage
{
    /// <summary>Who is counted: users, or what a document counts in their place.</summary>
    private static readonly string[] People =
    [
        "users", "user", "users'", "customers", "customer", "clients", "accounts", "visitors", "subscribers", "people", "departments", "employees", "staff", "students",
        "members", "requests", "players", "userbase", "audience", "participants", "consumers", "them", "everyone", "traffic",
    ];

    /// <summary>Words that may stand between "of" and the people: "of our active users".</summary>
    private static readonly string[] Between =
    [
        "our", "the", "all", "active", "paying", "registered", "logged-in", "total", "platform", "platform's", "site's", "website's", "service's", "daily", "its", "their",
        "online", "incoming", "web", "application", "app", "company's", "mobile", "local", "global", "connected", "potential", "end", "internal", "external", "affected",
    ];

    private static readonly string[] About = ["about", "approx", "approximately", "around", "roughly", "circa", "ca", "nearly", "almost", "over", "up", "to", "some", "estimated", "an"];

    /// <summary>The number of an answer that asks for a percentage: <c>30</c>, <c>~30 %</c>, <c>about 30 percent</c>, <c>all</c>.</summary>
    public static double? OfAnswer(string text)
    {
        var words = Words(text).Select(word => word.Text).Where(word => !About.Contains(word)).ToList();
        return words switch
        {
            ["all"] or ["everyone"] or ["everybody"] => 100,
            ["all", var who] when People.Contains(who) => 100,
            [var number] => Number(number),
            [var number, "%" or "percent", ..] => Number(number),
            _ => null,
        };
    }

    /// <summary>
    /// The share of users that running text states. The percentage must count people - "of users", "% users", "affecting 100% of them" -
    /// so that a share of a disk, a growth or a joke is none.
    /// </summary>
    public static double? InText(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var (value, next) = words[i].Text.EndsWith('%') && words[i].Text.Length > 1 ? (Number(words[i].Text), i + 1)
                : i + 1 < words.Count && words[i + 1].Text is "%" or "percent" ? (Number(words[i].Text), i + 2)
                : (null, i);
            if (value is not null && CountsPeople(words, next))
            {
                return value;
            }
        }

        return null;
    }

    private static bool CountsPeople(List<(string Text, bool Ends)> words, int i)
    {
        if (i >= words.Count || (i > 0 && words[i - 1].Ends))
        {
            return false;
        }

        var hasOf = words[i].Text == "of";
        for (var k = hasOf ? i + 1 : i; k < words.Count && k <= i + 5; k++)
        {
            if (People.Contains(words[k].Text))
            {
                // "of requests from users" counts requests; "of users' disks" counts disks.
                return !words[k].Text.EndsWith("s'", StringComparison.Ordinal);
            }

            if (!Between.Contains(words[k].Text) || words[k].Ends)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Words without marks around them, and whether a sentence or clause ends behind them.</summary>
    private static List<(string Text, bool Ends)> Words(string text) =>
        [.. PlainText.Fold(text).Split(' ').Select(word => (Text: word.Trim(',', '.', '(', ')', '*', '_', ';', ':', '~', '≈', '`', '"', '“', '”', '!', '?'), Ends: word.TrimEnd('*', '_', '"') is [.., '.' or ',' or ';' or '!' or '?']))
            .Where(word => word.Text.Length > 0)];

    private static double? Number(string word) =>
        double.TryParse(word.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
