using System.Buffers;
using System.Text.RegularExpressions;

namespace PostmortemAction.Core.Reviews;

/// <summary>One line of the lexicon.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Hints">One of these stands in everything that the pattern finds; it is not even built where none does.</param>
/// <param name="Pattern">Matched without case; <c>{role}</c> and the like stand for the lists of the lexicon.</param>
/// <param name="Reason">Why it is told, as the end of the sentence "… ".</param>
/// <param name="Hint">How to say it instead.</param>
/// <param name="IsCased">Whether capitals count, as in names.</param>
internal sealed record BlamePattern(string Code, string[] Hints, string Pattern, string Reason, string Hint, bool IsCased = false)
{
    /// <summary>So much before a hint and behind it a finding may reach; one look serves all hints in the next few words.</summary>
    private const int Before = 200;
    private const int Behind = 120;
    private const int Stride = 60;

    /// <summary>Longer words are cut.</summary>
    private const int LongestWord = 60;

    private readonly Lazy<Regex> regex = new(() => new(
        BlameLexicon.Expand(Pattern), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (IsCased ? RegexOptions.None : RegexOptions.IgnoreCase)));

    private readonly SearchValues<string> hints = SearchValues.Create(Hints, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Where it finds something. It looks only around its hints, a few words at a time: so its time grows with the text alone, whatever stands in it, and
    /// it costs next to nothing where there is nothing. (One that does not backtrack takes tens of milliseconds to be built.)
    /// </summary>
    public IEnumerable<(int Start, int End)> Find(string text)
    {
        var done = 0;
        for (var at = Next(text, 0); at >= 0;)
        {
            var from = Math.Max(done, WordStart(text, Math.Max(0, at - Before)));
            var match = regex.Value.Match(text, from, WordEnd(text, Math.Min(text.Length, at + Stride + Behind)) - from);
            if (match.Success)
            {
                yield return (match.Index, match.Index + match.Length);
                done = match.Index + match.Length;
            }

            at = Next(text, match.Success ? Math.Max(done, at + 1) : at + Stride);
        }
    }

    private int Next(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(hints) is var at and >= 0 ? from + at : -1;

    private static int WordStart(string text, int at)
    {
        var last = Math.Max(0, at - LongestWord);
        while (at > last && char.IsLetterOrDigit(text[at]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        var last = Math.Min(text.Length, at + LongestWord);
        while (at < last && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
