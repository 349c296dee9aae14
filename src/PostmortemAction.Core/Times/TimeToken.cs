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
}
