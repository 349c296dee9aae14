using System.Buffers;

namespace PostmortemAction.Core.Secrets;

/// <summary>What the characters of a value say about whether it is a secret, a word or a name.</summary>
internal static class Shape
{
    private static readonly SearchValues<char> InWord = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
    private static readonly SearchValues<char> Signs = SearchValues.Create("!$%^&*?~@#");

    /// <summary>Letters of both cases and digits, as names, hashes and identifiers seldom have.</summary>
    public static bool IsMixed(string value) =>
        value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetterLower) && value.Any(char.IsAsciiLetterUpper);

    /// <summary>Anything that somebody could have chosen: what stands behind the name of a password is one unless it says otherwise.</summary>
    public static bool IsPassword(string value) => value.Length >= 4 && IsNoPlaceholder(value) && !Placeholders.IsRemark(value);

    public static bool IsNoPlaceholder(string value) => !Placeholders.Is(value);

    /// <summary>Letters and digits in one part, and no chain of words and numbers such as <c>prod-db-2</c>.</summary>
    public static bool IsRandom(string value)
    {
        if (value.Length < 8 || !value.Any(char.IsLetter) || Placeholders.Is(value))
        {
            return false;
        }

        // As base64 has it; a path of that length begins with a slash or has a dot.
        if (value.Length >= 32 && IsMixed(value) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '='))
        {
            return true;
        }

        // What people make up holds a sign that no name does.
        if (value.AsSpan().ContainsAny(Signs) && value.Any(char.IsAsciiDigit))
        {
            return true;
        }

        var parts = value.Split(['-', '_', '.', '/', ':', '+', '=', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts.Any(part => IsRandomPart(part)) || (parts.Length == 1 && value.Length >= 24);
    }

    /// <summary>Six characters and more that change between letters and digits, or between cases as no name in camel case does.</summary>
    private static bool IsRandomPart(string part)
    {
        var (digits, cases) = (0, 0);
        for (var i = 1; i < part.Length; i++)
        {
            digits += char.IsAsciiDigit(part[i]) != char.IsAsciiDigit(part[i - 1]) ? 1 : 0;
            cases += char.IsAsciiLetterUpper(part[i]) && char.IsAsciiLetterLower(part[i - 1]) ? 1 : 0;
        }

        return (part.Length >= 6 && digits >= 1 && (digits >= 2 || part.Length >= 8)) || (part.Length >= 16 && cases * 5 >= part.Length - 5);
    }

    /// <summary>Whether one of the words stands in so many letters, digits, underscores, hyphens and dots in a row.</summary>
    public static bool IsInRun(ReadOnlySpan<char> text, SearchValues<string> words, int least)
    {
        while (text.IndexOfAny(words) is var at and >= 0)
        {
            var start = text[..at].LastIndexOfAnyExcept(InWord) + 1;
            var length = text[at..].IndexOfAnyExcept(InWord) is var rest and >= 0 ? rest : text.Length - at;
            if (at + length - start >= least)
            {
                return true;
            }

            text = text[(at + Math.Max(1, length))..];
        }

        return false;
    }

    /// <summary>How many letters, digits, underscores, hyphens and dots stand in a row at most.</summary>
    public static int LongestRun(ReadOnlySpan<char> text)
    {
        var longest = 0;
        while (text.Length > longest)
        {
            var run = text.IndexOfAnyExcept(InWord) is var end and >= 0 ? end : text.Length;
            longest = Math.Max(longest, run);
            text = text[run..];
            text = text[(text.IndexOfAny(InWord) is var next and >= 0 ? next : text.Length)..];
        }

        return longest;
    }
}
