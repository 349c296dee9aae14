namespace PostmortemAction.Core.Times;

/// <summary>The tokens of a text, read as far as somebody asks for them: a time at the head of a long line is known after a few.</summary>
internal sealed class TimeTokens(string text)
{
    private readonly List<TimeToken> read = [];
    private int at;

    /// <exception cref="ArgumentOutOfRangeException">There are not that many.</exception>
    public TimeToken this[int i] => Has(i) ? read[i] : throw new ArgumentOutOfRangeException(nameof(i));

    /// <summary>Whether the text has a token of that number, counted from nought.</summary>
    public bool Has(int i)
    {
        while (i >= read.Count)
        {
            if (!ReadNext())
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNext()
    {
        var start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            at = start;
            return false;
        }

        var end = start + 1;
        if (char.IsAsciiDigit(text[start]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }
        else if (char.IsLetter(text[start]))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || (text[end] == '_' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            {
                end++;
            }
        }

        // Of single characters the platform keeps one text each.
        read.Add(new(end - start == 1 ? text[start].ToString() : text[start..end], start, start > at));
        at = end;
        return true;
    }
}
