using System.Buffers;
using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>Text from people, made harmless as characters: line ends, control and invisible characters.</summary>
public static class PlainText
{
    /// <summary>No script writes more marks on one letter; more of them run over the lines above and below.</summary>
    private const int MostMarks = 8;

    /// <summary>Characters that stay as they are, whatever is next to them: most texts have no others.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\n', '\t']);

    /// <summary>
    /// LF line ends; no control characters but LF and tab; no characters that reorder or hide text
    /// (https://www.unicode.org/reports/tr36/); no private-use characters, which mark <see cref="Plans.LateReference"/>s; no lone surrogates.
    /// The joiner and the variation selectors that emoji need stay, and so do marks on letters, but not in heaps.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        StringBuilder? clean = null;
        var from = 0;
        var heap = default(MarkHeap);
        for (var at = 0; at < text.Length;)
        {
            var plain = text.AsSpan(at).IndexOfAnyExcept(Plain) is var next and >= 0 ? next : text.Length - at;
            if (plain > 0)
            {
                // Most of a text; and no heap goes on behind it.
                heap = default;
                at += plain;
            }
            else if (text[at] == '\r')
            {
                Put("\n", at, at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1);
                at = from;
            }
            else
            {
                var isWhole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var taken) == OperationStatus.Done;
                var stays = !Acts(rune) && heap.Takes(rune, MostMarks);
                if (!stays || !isWhole)
                {
                    Put(stays ? rune.ToString() : "", at, taken);
                }

                at += taken;
            }
        }

        return clean is null ? text : clean.Append(text, from, text.Length - from).ToString();

        void Put(string other, int at, int length)
        {
            (clean ??= new(text.Length)).Append(text, from, at - from).Append(other);
            from = at + length;
        }
    }

    /// <summary>One line: cleaned, white space folded, trimmed.</summary>
    public static string Line(string? text)
    {
        var clean = Clean(text);
        return IsLine(clean) ? clean : string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>For comparing names and sentences: one line, lower case, letters and their marks apart.</summary>
    public static string Fold(string? text) => LatinLetters.Decompose(Line(text)).ToLowerInvariant();

    /// <summary>At most <paramref name="length"/> characters, cut between characters as people see them and marked with an ellipsis.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..CharacterEnds.Before(text, length - 1)].TrimEnd() + "…";
    }

    /// <summary>Whether the character there is one that nobody sees or that <see cref="Clean"/> takes out, and how many units it takes.</summary>
    internal static bool IsInvisible(string text, int at, out int length)
    {
        if (char.IsAscii(text[at]) || Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) != System.Buffers.OperationStatus.Done)
        {
            length = 1;
            return text[at] is < ' ' and not ('\n' or '\r' or '\t') or '\u007F' || char.IsSurrogate(text[at]);
        }

        return Acts(rune) || rune.Value is 0x200C or 0x200D or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
    }

    /// <summary>Whether there is no white space but single spaces between words: most texts that come here have passed it before.</summary>
    private static bool IsLine(string clean)
    {
        var isApart = true;
        foreach (var c in clean)
        {
            var isWhite = char.IsWhiteSpace(c);
            if (isWhite && (isApart || c != ' '))
            {
                return false;
            }

            isApart = isWhite;
        }

        return !isApart || clean.Length == 0;
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
