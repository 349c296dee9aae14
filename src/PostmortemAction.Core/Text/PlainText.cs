using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>Text from people, made harmless as characters: line ends, control and invisible characters.</summary>
public static class PlainText
{
    /// <summary>
    /// LF line ends; no control characters but LF and tab; no characters that reorder or hide text
    /// (https://www.unicode.org/reports/tr36/); no private-use characters, which mark <see cref="Plans.LateReference"/>s; no lone surrogates.
    /// The joiner and the variation selectors that emoji need stay.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        var runes = text.EnumerateRunes();
        Rune? previous = null;
        foreach (var rune in runes)
        {
            if (rune.Value == '\r')
            {
                clean.Append('\n');
            }
            else if (!(rune.Value == '\n' && previous?.Value == '\r') && !Acts(rune))
            {
                clean.Append(rune.ToString());
            }

            previous = rune;
        }

        return clean.ToString();
    }

    /// <summary>One line: cleaned, white space folded, trimmed.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>For comparing names and sentences: one line, lower case, letters and their marks apart.</summary>
    public static string Fold(string? text) => LatinLetters.Decompose(Line(text)).ToLowerInvariant();

    /// <summary>At most <paramref name="length"/> characters, cut between characters as people see them and marked with an ellipsis.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext() && elements.ElementIndex + elements.GetTextElement().Length < length)
        {
            end = elements.ElementIndex + elements.GetTextElement().Length;
        }

        return text[..end].TrimEnd() + "…";
    }

    private static bool Acts(Rune rune) => rune.Value switch
    {
        '\n' or '\t' => false,
        0x00AD or 0x061C or 0x180E or 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2061 and <= 0x206F => true,
        0x2028 or 0x2029 => true,
        >= 0xE0000 and <= 0xE007F => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.PrivateUse,
    };
}
