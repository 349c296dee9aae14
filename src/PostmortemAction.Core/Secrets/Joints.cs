using System.Buffers;

namespace PostmortemAction.Core.Secrets;

/// <summary>What divides a word for the eye or for a compiler, and yet leaves it one: line ends, code marks, <c>" + "</c>.</summary>
internal static class Joints
{
    /// <summary>Characters of which a joint consists, and those of which it needs one: a space alone ends a word.</summary>
    public static readonly SearchValues<char> Begin = SearchValues.Create("\n\r \t>\\`*~\"'+|");

    public static readonly SearchValues<char> Needed = SearchValues.Create("\n`*~+");

    private const int Longest = 40;

    /// <summary>Nothing where a joint stands between two characters of a token; null, for the character itself, elsewhere.</summary>
    public static (string? Seen, int Taken) Read(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < Longest && IsJoint(text[end]))
        {
            end++;
        }

        var joins = end > at && at > 0 && end < text.Length && IsToken(text[at - 1]) && IsToken(text[end]) && Holds(text.AsSpan(at, end - at));
        return joins ? ("", end - at) : (null, 1);
    }

    private static bool IsJoint(char c) => Begin.Contains(c);

    /// <summary>A space alone is none: it ends a word.</summary>
    private static bool Holds(ReadOnlySpan<char> joint) =>
        joint.IndexOfAny("\n`*~") >= 0 || (joint.Contains('+') && joint.IndexOfAny("\"'") >= 0);

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '=';
}
