using System.Globalization;

namespace PostmortemAction.Core.Text;

/// <summary>Where a text may be cut: between characters as people see them.</summary>
internal static class CharacterEnds
{
    /// <summary>The last place up to <paramref name="most"/>. Where a single character is longer, between two of its parts, but never within one.</summary>
    public static int Before(ReadOnlySpan<char> text, int most)
    {
        if (most >= text.Length)
        {
            return text.Length;
        }

        // A line's end is always one, so there is no need to begin at the first line.
        var start = text[..most].LastIndexOf('\n') + 1;
        var end = start;
        for (var length = 0; end + (length = StringInfo.GetNextTextElementLength(text[end..])) <= most;)
        {
            end += length;
        }

        if (end > 0)
        {
            return end;
        }

        var parts = most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return parts > 0 && text[parts - 1] == '\u200D' ? parts - 1 : parts;
    }
}
