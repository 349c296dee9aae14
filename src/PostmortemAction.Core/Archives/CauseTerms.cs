using System.Globalization;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// The words by which an incident's cause is compared with others': those of its title and cause, without what every text has, cut to their stems.
/// A script that writes no spaces between words gives no words to compare.
/// </summary>
public static class CauseTerms
{
    /// <summary>A long cause does not weigh more than a short one, and the file that keeps them stays small.</summary>
    public const int Most = 24;

    private const int Shortest = 3;
    private const int Longest = 24;

    /// <summary>What the title says counts like so many mentions.</summary>
    private const int TitleWeight = 3;

    /// <summary>Words of grammar, and those that any postmortem may use of any incident.</summary>
    private static readonly HashSet<string> Common =
    [
        .. (
            "about after again all also and any are because been before being between both but can could did does down due during each for from had has have her his how into its itself more most not now off "
            + "one only other our out over own same she should some such than that the their them then there these they this those through too under until very was were what when where which while who why will with "
            + "would you your cause caused causing error errors fail failed failing failure failures incident incidents issue issues outage outages postmortem problem problems root service services").Split(' '),
    ];

    /// <returns>In code-point order, each once.</returns>
    public static IReadOnlyList<string> Of(string? title, string? cause) =>
    [
        .. Stems(title).Select(stem => (stem, Weight: TitleWeight)).Concat(Stems(cause).Select(stem => (stem, Weight: 1)))
            .GroupBy(each => each.stem, each => each.Weight, StringComparer.Ordinal)
            .OrderByDescending(each => each.Sum()).ThenBy(each => each.Key, StringComparer.Ordinal).Take(Most)
            .Select(each => each.Key).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Stems(string? text) => PlainText.Fold(text).Split(' ')
        .Where(part => !part.Contains("://", StringComparison.Ordinal))
        .SelectMany(Words)
        .Where(word => word.Length is >= Shortest and <= Longest && !word.All(char.IsDigit) && !Common.Contains(word))
        .Select(Stem);

    /// <summary>Marks on letters are apart in folded text; they end no word.</summary>
    private static string[] Words(string part) =>
        string.Concat(part.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsLetterOrDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"expires", "expired" and "expiring" are one: good enough for comparing, and the same everywhere.</summary>
    private static string Stem(string word)
    {
        var stem = word switch
        {
            [.. { Length: >= 3 } start, 'i', 'n', 'g'] => Single(start),
            [.. { Length: >= 3 } start, 'e', 'd'] => Single(start),
            [.. { Length: >= 2 } start, 'i', 'e', 's'] => $"{start}y",
            [.. { Length: >= 3 } start, 's'] when start[^1] is not ('s' or 'u' or 'i') => start,
            _ => word,
        };
        return stem is [.. { Length: >= 3 } bare, 'e'] ? bare : stem;
    }

    /// <summary>"dropp" as in "dropped" is "drop".</summary>
    private static string Single(string start) => start[^1] == start[^2] && start[^1] is not ('l' or 's' or 'z' or 'e') ? start[..^1] : start;
}
