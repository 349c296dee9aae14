using System.Globalization;
using System.Text;

namespace PostmortemAction.Hostile.Seen;

/// <summary>Characters as people see them, and what stands in heaps on one.</summary>
public static class Characters
{
    /// <summary>Whether no character is torn: no half of a pair, no joiner without what it joins, no mark without its letter.</summary>
    public static bool AreWhole(string text) =>
        !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !text.TrimEnd('…').EndsWith('\u200D') && !HasLoneSurrogate(text);

    public static int LongestRun(string text, Func<Rune, bool> counts)
    {
        var (longest, run) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            run = counts(rune) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark && !IsSelector(rune);

    public static bool IsSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
