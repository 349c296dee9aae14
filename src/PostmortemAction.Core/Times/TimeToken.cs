using System.Globalization;

namespace PostmortemAction.Core.Times;

/// <summary>A run of digits, a run of letters, or one other character.</summary>
/// <param name="Spaced">Whether white space stands before it.</param>
internal readonly record struct TimeToken(string Text, int Start, bool Spaced)
{
    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsWord => char.IsLetter(Text[0]);

    /// <summary>The number's value; null when this is no number of at most <paramref name="digits"/> digits.</summary>
    public int? Number(int digits = 2) =>
        IsNumber && Text.Length <= digits ? int.Parse(Text, CultureInfo.InvariantCulture) : null;

    public bool Is(string text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    public static IReadOnlyList<TimeToken> Split(string text)
    {
        var tokens = new List<TimeToken>();
        for (var i = 0; i < text.Length;)
        {
            var spaced = i > 0 && char.IsWhiteSpace(text[i - 1]);
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            if (char.IsAsciiDigit(text[i]))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsLetter(text[i]))
            {
                while (end < text.Length && (char.IsLetter(text[end]) || (text[end] == '_' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
                {
                    end++;
                }
            }

            tokens.Add(new(text[i..end], i, spaced));
            i = end;
        }

        return tokens;
    }
}
