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

    private static readonly string[] About = ["about", "approx", "approximately", "around", "roughly", "circa", "ca", "nearly", "almost", "some", "estimated", "an"];

    /// <summary>What makes a bound or one end of a range of the number behind it, or takes it back: no figure.</summary>
    private static readonly string[] Bounds =
        ["less", "fewer", "more", "than", "over", "under", "below", "above", "least", "most", "max", "maximum", "min", "minimum", "between", "not", "instead", "<", ">", "≤", "≥"];

    private static readonly string[] Connectors = ["to", "and", "-", "–", "—"];

    /// <summary>Who says so before a share does not state it.</summary>
    private static readonly string[] Doubts = ["feared", "fear", "thought", "assumed", "suspected", "worried", "expected", "guessed", "if", "might", "could", "would"];

    /// <summary>Before "all" or "half" these leave some out, or make it a bound.</summary>
    private static readonly string[] Limits = ["not", "almost", "nearly", "practically", "virtually", "basically", "essentially", "up", .. About, .. Bounds];

    private static readonly string[] Exceptions = ["except", "excluding", "apart", "besides", "barring"];

    /// <summary>Behind the people these tell of some of them: "all users in the EU".</summary>
    private static readonly string[] Parts = ["in", "of", "on", "with", "without", "who", "whose", "that", "from", "using", "but", "except", "excluding", "outside", "within", "running", "behind", "under"];

    /// <summary>"All users of the platform" are all users.</summary>
    private static readonly string[] Wholes =
        ["platform", "service", "services", "site", "website", "system", "application", "app", "facility", "company", "organization", "organisation", "product", "tool", "network", "shop", "store", "api"];

    /// <summary>"It was 5%" behind a share of users is one, too.</summary>
    private static readonly string[] Pronouns = ["it", "they", "that", "this", "fact", "actually", "really"];

    /// <summary>The number of an answer that asks for a percentage: <c>30</c>, <c>~30 %</c>, <c>about 30 percent</c>, <c>all</c>.</summary>
    public static double? OfAnswer(string text)
    {
        var all = Words(text);
        var words = all.Select(word => word.Text).Where(word => !About.Contains(word)).ToList();
        return all.Select(word => word.Text).ToList() switch
        {
            ["all"] or ["everyone"] or ["everybody"] => 100,
            ["all", var who] when People.Contains(who) => 100,
            _ when words is [var number] => Number(number),
            _ when Enumerable.Range(0, all.Count).Any(i => Share(all, i) is { Value: not null, Next: var of } && of < all.Count && all[of].Text == "of" && (Counted(all, of) is not { } who || IsNamedPart(all, who))
                && all.Skip(of).TakeUntilEnd(6).Any(word => People.Contains(word.Text))) => null,
            _ => Shares(words) is [var share] && !Enumerable.Range(0, all.Count).Any(i => Share(all, i).Value is not null && IsBound(all, i)) ? share : null,
        };
    }

    /// <summary>The numbers that a percent sign or word makes a share.</summary>
    private static List<double?> Shares(List<string> words) =>
        [.. words.Select((word, i) => word.EndsWith('%') && word.Length > 1 ? Number(word) : i + 1 < words.Count && words[i + 1] is "%" or "percent" ? Number(word) : null).Where(share => share is not null)];

    /// <summary>The share of users that running text states; null where it states none, or several.</summary>
    public static double? InText(string text) => Stated(text) is [var only] ? only : null;

    /// <summary>
    /// The different shares of users that running text states. A percentage must count people - "of users", "% users", "affecting 100% of them" -
    /// so that a share of a disk, a growth or a joke is none; a bound, an approximation in words and what was only feared are none either.
    /// </summary>
    public static IReadOnlyList<double> Stated(string text)
    {
        var words = Words(text);
        var (stated, seen, parts) = (new List<double>(), new HashSet<double>(), new HashSet<double>());
        var last = (double?)null;
        for (var i = 0; i < words.Count; i++)
        {
            last = i > 0 && words[i - 1].Stops ? null : last;
            var (value, next) = Share(words, i);
            if (value is not { } share)
            {
                continue;
            }

            var who = Counted(words, next);
            var counts = (who is not null || FollowsPeople(words, i)) && !IsOfTheLucky(words, i) && !IsBound(words, i);
            var isCorrection = !counts && last is not null && Corrects(words, i);
            if (isCorrection && seen.Add(last!.Value))
            {
                // What was feared and what it was.
                stated.Add(last.Value);
            }

            if ((isCorrection || (counts && !IsDoubted(words, i))) && seen.Add(share))
            {
                stated.Add(share);
                _ = who is { } place && IsNamedPart(words, place) && parts.Add(share);
            }

            last = counts || isCorrection ? share : last;
        }

        // Of a part that has a name nobody can tell how many of all users it is.
        stated = stated is [var only] && parts.Contains(only) ? [] : stated;
        return stated.Count == 0 && InWords(words) is { } inWords ? [inWords] : stated;
    }

    /// <summary>The number that a percent sign or word makes a share, and the place behind it.</summary>
    private static (double? Value, int Next) Share(List<Word> words, int i) =>
        words[i].Text.EndsWith('%') && words[i].Text.Length > 1 ? (Number(words[i].Text), i + 1)
            : i + 1 < words.Count && words[i + 1].Text is "%" or "percent" ? (Number(words[i].Text), i + 2)
            : (null, i);

    /// <summary>"less than 5%", "not 30%", "up to 30%", "10 to 20%".</summary>
    private static bool IsBound(List<Word> words, int i) =>
        Before(words, i, 2).Select(word => word.Text).ToList() is var before
        && (before.Any(Bounds.Contains) || (before is [var connector, var other] && Connectors.Contains(connector) && (other == "up" || Number(other) is not null)));

    private static bool IsDoubted(List<Word> words, int i) => Before(words, i, 8).Any(word => Doubts.Contains(word.Text));

    /// <summary>"80% of users, it were 5%".</summary>
    private static bool Corrects(List<Word> words, int i) =>
        Before(words, i, 4).ToList() is var before && before.Any(word => Pronouns.Contains(word.Text)) && before.Any(word => word.Text is "was" or "were" or "is" or "are");

    /// <summary>The words of the same clause before a place, the nearest first.</summary>
    private static IEnumerable<Word> Before(List<Word> words, int i, int most)
    {
        for (var k = i - 1; k >= Math.Max(0, i - most) && !words[k].Ends; k--)
        {
            yield return words[k];
        }
    }

    /// <summary>"4,000 users (40%)".</summary>
    private static bool FollowsPeople(List<Word> words, int i) =>
        i > 0 && words[i].Opens() && People.Contains(words[i - 1].Text.TrimStart('(')) && !words[i - 1].Ends;

    /// <summary>"only 6% of them got through", "60% of users were not affected": the share of those who were well.</summary>
    private static bool IsOfTheLucky(List<Word> words, int i)
    {
        var before = words.Take(i).TakeLast(3).Select(word => word.Text);
        var after = words.Skip(i).TakeUntilEnd(12).Select(word => word.Text).ToList();
        return (before.Contains("only") && after.Any(word => word is "could" or "got" or "able" or "managed" or "succeeded"))
            || after.Any(word => word is "unaffected" or "happily" or "fine") || (after.Contains("not") && after.Contains("affected"))
            || after.Contains("weren't") || after.Contains("still");
    }

    /// <summary>"all users", "every user", "half of our users", in a clause that says what they suffered.</summary>
    private static double? InWords(List<Word> words)
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
            if (who >= 0 && words.Skip(Math.Max(0, i - 8)).Take(who - Math.Max(0, i - 8) + 9).Any(word => Suffering.Contains(word.Text)) && IsAll(words, i, who))
            {
                return share;
            }
        }

        return null;
    }

    /// <summary>Whether nobody is left out: "not all users", "all users in the EU", "except for the EU, all users".</summary>
    private static bool IsAll(List<Word> words, int i, int who)
    {
        var isSome = !words[who].Ends && who + 1 < words.Count && Parts.Contains(words[who + 1].Text)
            && !words.Skip(who + 2).Take(2).Any(word => Wholes.Contains(word.Text));
        return !isSome && !IsDoubted(words, i) && !IsOfTheLucky(words, i)
            && !Before(words, i, 2).Any(word => Limits.Contains(word.Text))
            && !words.Skip(Math.Max(0, i - 12)).Take(who - Math.Max(0, i - 12) + 12).Any(word => Exceptions.Contains(word.Text));
    }

    /// <summary>The place of the people whom the share before a place counts; null where it counts none.</summary>
    private static int? Counted(List<Word> words, int i)
    {
        if (i >= words.Count || (i > 0 && words[i - 1].Ends))
        {
            return null;
        }

        var hasOf = words[i].Text == "of";
        for (var k = hasOf ? i + 1 : i; k < words.Count && k <= i + 5; k++)
        {
            if (People.Contains(words[k].Text))
            {
                // "of requests from users" counts requests; "of users' disks" counts disks.
                return words[k].Text.EndsWith("s'", StringComparison.Ordinal) ? null : k;
            }

            if (!Between.Contains(words[k].Text) || words[k].Ends)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether behind the people stands a part of them that has a name: "users in France", "customers on the EU cluster", but not "users on the platform".</summary>
    private static bool IsNamedPart(List<Word> words, int who) =>
        !words[who].Ends && words.Skip(who + 1).TakeUntilEnd(3).ToList() is [var part, var next, ..] rest && !part.Ends && Parts.Contains(part.Text)
        && (next.IsName || (next.Text is "the" or "our" && rest is [_, _, { IsName: true }]));

    private static List<Word> Words(string text) =>
        [.. PlainText.Line(text).Split(' ').Select(word => (Text: PlainText.Fold(word).Trim(',', '.', ')', '*', '_', ';', ':', '~', '≈', '`', '"', '“', '”', '!', '?'), End: word.TrimEnd('*', '_', '"'), Name: word.TrimStart('(', '*', '_', '"', '`')))
            .Where(word => word.Text.Length > 0)
            .Select(word => new Word(word.Text, word.End is [.., '.' or ',' or ';' or ':' or '!' or '?'], word.End is [.., '.' or '!' or '?'], word.Name is [var first, ..] && char.IsUpper(first)))];

    private static bool Opens(this Word word) => word.Text[0] == '(';

    private static IEnumerable<Word> TakeUntilEnd(this IEnumerable<Word> words, int most)
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

    /// <param name="Text">Without marks around it.</param>
    /// <param name="Ends">Whether a sentence or clause ends behind it.</param>
    /// <param name="Stops">Whether a sentence does.</param>
    /// <param name="IsName">Whether it begins with a capital.</param>
    private readonly record struct Word(string Text, bool Ends, bool Stops, bool IsName);
}
