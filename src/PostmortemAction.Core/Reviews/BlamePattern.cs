using System.Text.RegularExpressions;

namespace PostmortemAction.Core.Reviews;

/// <summary>One line of the lexicon.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Pattern">Matched without case; <c>{role}</c> and the like stand for the lists of the lexicon.</param>
/// <param name="Reason">Why it is told, as the end of the sentence "… ".</param>
/// <param name="Hint">How to say it instead.</param>
/// <param name="IsCased">Whether capitals count, as in names.</param>
internal sealed record BlamePattern(string Code, string Pattern, string Reason, string Hint, bool IsCased = false)
{
    /// <summary>Non-backtracking: its time grows with the text alone, whatever stands in it.</summary>
    private readonly Lazy<Regex> regex = new(() => new(
        BlameLexicon.Expand(Pattern),
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (IsCased ? RegexOptions.None : RegexOptions.IgnoreCase)));

    public Regex Regex => regex.Value;
}
