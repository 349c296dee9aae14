using System.Text.RegularExpressions;

namespace PostmortemAction.Hostile.Seen;

/// <summary>
/// The parts of an input that must not be seen again when it holds a secret: everything long that no word is. It knows nothing of the product's tables.
/// </summary>
public static partial class SecretParts
{
    public static IReadOnlyList<string> Of(string input)
    {
        var plain = Unseen().Replace(input, "");
        return [.. Parts(plain, Wide()).Concat(Parts(plain, Narrow())).Distinct()];
    }

    /// <summary>How each secret begins, prefix and first characters: a cut one tells as much.</summary>
    public static IEnumerable<string> Beginnings(string input) => Parts(Unseen().Replace(input, ""), Narrow()).Select(part => part[..Math.Min(12, part.Length)]);

    private static IEnumerable<string> Parts(string text, Regex separator) =>
        separator.Split(text).Where(part => part.Length >= 16 && part.Any(char.IsAsciiDigit) && part.Any(char.IsAsciiLetter));

    [GeneratedRegex(@"[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u0300-\u036F]|\\(?=\W)|`|\*\*|<[^>]*>")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[\s=:?&""'<>,;@()]+")]
    private static partial Regex Wide();

    [GeneratedRegex(@"[\s=:?&""'<>,;@()/.\-]+")]
    private static partial Regex Narrow();
}
