using System.Buffers;
using System.Text.RegularExpressions;

namespace PostmortemAction.Core.Secrets;

/// <summary>One way in which a secret is recognised.</summary>
/// <param name="Kind">What people call it; it stands in the mask.</param>
/// <param name="Hints">One of these stands in every text that the pattern finds something in. Without one the pattern is not even built.</param>
/// <param name="Pattern">Its group <c>s</c> is the secret; without such a group all of it is. Where its group <c>not</c> takes part, it is none.</param>
/// <param name="Behind">What must stand behind a hint; null for nothing.</param>
/// <param name="Least">So many letters, digits, underscores, hyphens and dots stand in a row around the hint in every such text.</param>
/// <param name="IsSecret">What a pattern cannot say about the group; null when the shape alone is proof.</param>
internal sealed record SecretRule(string Kind, string[] Hints, string Pattern, Func<string, bool>? IsSecret = null, Behind? Behind = null, int Least = 0)
{
    /// <summary>People's text decides what it runs over, so it must not backtrack: its time grows with the text and no faster.</summary>
    private readonly Lazy<Regex> regex = new(() => new(
        Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    /// <summary>Capitals count where they do in the pattern. Without the platform's Unicode tables a search that ignores case goes letter by letter, but for one that is prepared.</summary>
    private readonly SearchValues<string> hints = SearchValues.Create(Hints, Pattern.StartsWith("(?i)", StringComparison.Ordinal) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Where the secrets stand.</summary>
    /// <param name="longest">How many letters, digits, underscores, hyphens and dots stand in a row in it at most.</param>
    public IEnumerable<(int Start, int End)> Find(string text, int longest) => longest >= Least && IsHinted(text) ? Matches(text) : [];

    private bool IsHinted(string text) => Behind?.IsIn(text, hints) ?? (Least > 0 ? Shape.IsInRun(text, hints, Least) : text.AsSpan().ContainsAny(hints));

    private IEnumerable<(int Start, int End)> Matches(string text)
    {
        for (var match = regex.Value.Match(text); match.Success; match = match.NextMatch())
        {
            var secret = match.Groups["s"] is { Success: true } group ? group : (Capture)match;
            if (!match.Groups["not"].Success && !secret.ValueSpan.Contains(SeenText.Masked) && (IsSecret is null || IsSecret(secret.Value)))
            {
                yield return (secret.Index, secret.Index + secret.Length);
            }
        }
    }
}
