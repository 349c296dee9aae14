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
        "members", "requests", "players", "userbase", "audience", "participants", "consumers", "them", "everyone", "passengers", "shoppers", "learners", "sessions", "transactions", "attempts", "population", "readers", "drivers", "calls", "logins", "orders",
    ];

    /// <summary>Words that may stand between "of" and the people: "of our active users".</summary>
    private static readonly string[] Between =
    [
        "our", "the", "all", "active", "paying", "registered", "logged-in", "total", "platform", "platform's", "site's", "website's", "service's", "daily", "its", "their",
        "online", "incoming", "web", "application", "app", "company's", "mobile", "local", "global", "connected", "potential", "end", "internal", "external", "affected", "login", "api", "http", "checkout", "student", "monthly", "user", "customer", "payment", "current", "regular",
    ];

    private static readonly string[] Suffering =
    [
        "unable", "couldn't", "cannot", "inaccessible", "unavailable", "down", "affected", "affecting", "failed", "locked", "lost", "impacted", "impacting", "errors", "timeouts", "denied", "unreachable",
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
            _ => Shares(words) is [var share] ? share : null,
        };
    }

    /// <summary>The numbers that a percent sign or word makes a share.</summary>
    private static List<double?> Shares(List<string> words) =>
        [.. words.Select((word, i) => word.EndsWith('%') && word.Length > 1 ? Number(word) : i + 1 < words.Count && words[i + 1] is "%" or "percent" ? Number(word) : null).Where(share => share is not null)];

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
            if (value is not null && (CountsPeople(words, next) || FollowsPeople(words, i)) && !IsOfTheLucky(words, i))
            {
                return value;
            }
        }

        return InWords(words);
    }

    /// <summary>"4,000 users (40%)".</summary>
    private static bool FollowsPeople(List<(string Text, bool Ends)> words, int i) =>
        i > 0 && words[i].Opens() && People.Contains(words[i - 1].Text.TrimStart('(')) && !words[i - 1].Ends;

    /// <summary>"only 6% of them got through", "60% of users were not affected": the share of those who were well.</summary>
    private static bool IsOfTheLucky(List<(string Text, bool Ends)> words, int i)
    {
        var before = words.Take(i).TakeLast(3).Select(word => word.Text);
        var after = words.Skip(i).TakeUntilEnd(12).Select(word => word.Text).ToList();
        return (before.Contains("only") && after.Any(word => word is "could" or "got" or "able" or "managed" or "succeeded"))
            || after.Any(word => word is "unaffected" or "happily" or "fine") || (after.Contains("not") && after.Contains("affected"))
            || after.Contains("weren't") || after.Contains("still");
    }

    /// <summary>"all users", "every user", "half of our users", in a clause that says what they suffered.</summary>
    private static double? InWords(List<(string Text, bool Ends)> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var share = words[i].Text switch { "all" or "every" => 100.0, "half" => 50.0, _ => (double?)null };
            if (share is null || words[i].Ends)
            {
                continue;
            }

            var of = words[i + 1].Text == "of" ? i + 2 : i + 1;
            var who = Enumerable.Range(of, 3).FirstOrDefault(k => k < words.Count && People.Contains(words[k].Text) && words.Skip(of).Take(k - of).All(word => Between.Contains(word.Text)), -1);
            if (who >= 0 && words.Skip(Math.Max(0, i - 8)).Take(who - Math.Max(0, i - 8) + 9).Any(word => Suffering.Contains(word.Text)))
            {
                return share;
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
        [.. PlainText.Fold(text).Split(' ').Select(word => (Text: word.Trim(',', '.', ')', '*', '_', ';', ':', '~', '≈', '`', '"', '“', '”', '!', '?'), Ends: word.TrimEnd('*', '_', '"') is [.., '.' or ',' or ';' or '!' or '?']))
            .Where(word => word.Text.Length > 0)];

    private static bool Opens(this (string Text, bool Ends) word) => word.Text[0] == '(';

    private static IEnumerable<(string Text, bool Ends)> TakeUntilEnd(this IEnumerable<(string Text, bool Ends)> words, int most)
    {
        foreach (var word in words.Take(most))
        {
            yield return word;
            if (word.Ends)
            {
                yield break;
            }
        }
    }

    private static double? Number(string word) =>
        double.TryParse(word.TrimStart('(').TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
