using System.Buffers;
using System.Globalization;
using Markdig.Helpers;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Secrets;

/// <summary>Ways of writing a character by others that readers or machines undo.</summary>
internal static class Encodings
{
    private const int LongestEntity = 34;
    private const int LongestTag = 120;

    public static readonly SearchValues<char> Begin = SearchValues.Create("&%\\<");

    /// <summary>Tags within a word that leave it whole to the eye.</summary>
    private static readonly string[] Tags =
        ["b", "i", "u", "s", "em", "strong", "span", "code", "tt", "kbd", "samp", "var", "sub", "sup", "wbr", "ins", "del", "mark", "font", "small", "big", "bdi", "bdo", "q"];

    /// <summary>What stands at the place, and how many characters it takes; null where it is the character itself.</summary>
    public static (string? Seen, int Taken) Read(string text, int at) => text[at] switch
    {
        '&' => Entity(text, at),
        '%' => Percent(text, at),
        '\\' when at + 1 < text.Length && Literals.IsPunctuation(text[at + 1]) => (text.Substring(at + 1, 1), 2),
        '\\' when at + 5 < text.Length && text[at + 1] == 'u' && Number(text.AsSpan(at + 2, 4), hex: true) is { } code => (Visible(code), 6),
        '<' => Tag(text, at),
        _ => (null, 1),
    };

    private static (string? Seen, int Taken) Entity(string text, int at)
    {
        var end = text.IndexOf(';', at, Math.Min(LongestEntity, text.Length - at));
        if (end < at + 2)
        {
            return (null, 1);
        }

        var name = text.AsSpan(at + 1, end - at - 1);
        var decoded = name[0] != '#' ? EntityHelper.DecodeEntity(name)
            : (name.Length > 1 && name[1] is 'x' or 'X' ? Number(name[2..], hex: true) : Number(name[1..], hex: false)) is { } code ? Visible(code)
            : null;
        return decoded is null ? (null, 1) : (PlainText.Clean(decoded), end + 1 - at);
    }

    private static (string? Seen, int Taken) Percent(string text, int at) =>
        at + 2 < text.Length && Number(text.AsSpan(at + 1, 2), hex: true) is > 0x20 and < 0x7F and { } code ? (((char)code).ToString(), 3) : (null, 1);

    private static (string? Seen, int Taken) Tag(string text, int at)
    {
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
        {
            var end = text.IndexOf("-->", at + 4, Math.Min(LongestTag * 8, text.Length - at - 4), StringComparison.Ordinal);
            return end < 0 ? (null, 1) : ("", end + 3 - at);
        }

        var close = text.IndexOf('>', at, Math.Min(LongestTag, text.Length - at));
        if (close < 0)
        {
            return (null, 1);
        }

        var inner = text.AsSpan(at + 1, close - at - 1).Trim('/');
        var name = inner.IndexOf(' ') is var space and >= 0 ? inner[..space] : inner;
        foreach (var tag in Tags)
        {
            if (name.Equals(tag, StringComparison.OrdinalIgnoreCase))
            {
                return ("", close + 1 - at);
            }
        }

        return (null, 1);
    }

    private static int? Number(ReadOnlySpan<char> digits, bool hex) =>
        int.TryParse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is > 0 and <= 0x10FFFF ? code : null;

    private static string Visible(int code) => code is >= 0xD800 and <= 0xDFFF ? "" : PlainText.Clean(char.ConvertFromUtf32(code));
}
