using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Timelines;

namespace PostmortemAction.Core.Secrets;

/// <summary>
/// Takes secrets out of people's text before anything else reads it: <c>[masked: GitHub token]</c>. Masking again changes nothing.
/// </summary>
public static class SecretMask
{
    private const string Open = "[masked: ";

    /// <summary>The longest mask, so that what people write in brackets is no reason to search far.</summary>
    private const int LongestMask = 60;

    /// <summary>What one secret covers may have hidden another; more than this deep nobody goes.</summary>
    private const int MostRounds = 5;

    private static readonly IReadOnlyList<SecretRule> Others = [.. AddressSecrets.All, .. NamedSecrets.All];

    public static MaskedText Apply(string text)
    {
        var kinds = new List<string>();
        for (var round = 0; round < MostRounds && Find(text) is { Count: > 0 } spans; round++)
        {
            text = Replace(text, spans);
            kinds.AddRange(spans.Select(span => span.Kind));
        }

        return new(text, kinds);
    }

    /// <param name="known">Secrets whose value is known, as far as there are any.</param>
    public static MaskedText Apply(string text, KnownSecrets? known)
    {
        var without = known?.Hide(text) ?? text;
        var masked = Apply(without);
        return without == text ? masked : masked with { Kinds = [KnownSecrets.Kind, .. masked.Kinds] };
    }

    /// <summary>
    /// The record without secrets: title, description, comments, labels and titles of pull requests. One problem tells how many there were, of which
    /// kinds and where.
    /// </summary>
    /// <param name="words">What comments say, as far as it was read already.</param>
    public static IncidentRecord Apply(IncidentRecord record, ICollection<Problem> problems, CommentWords? words = null) =>
        new RecordMask(words ?? new()).Apply(record, problems);

    /// <summary>How long the mask is that begins there; 0 where none does.</summary>
    internal static int LengthOfMask(string text, int at)
    {
        if (text[at] != '[' || string.CompareOrdinal(text, at, Open, 0, Open.Length) != 0)
        {
            return 0;
        }

        var close = text.IndexOf(']', at, Math.Min(LongestMask, text.Length - at));
        return close < 0 || text.AsSpan(at, close - at).Contains('\n') ? 0 : close + 1 - at;
    }

    private static List<SecretSpan> Find(string source)
    {
        var plain = SeenText.Of(source);
        var decoded = plain.Decoded();
        var spans = new List<SecretSpan>();
        Find(plain, spans);
        if (decoded.Text.Length != plain.Text.Length)
        {
            Find(decoded, spans);
        }

        var found = Merge(spans);
        var joined = decoded.Joined();
        return joined.Text.Length == decoded.Text.Length ? found : Merge([.. found, .. FindJoined(joined, source, found)]);
    }

    private static void Find(SeenText seen, List<SecretSpan> spans)
    {
        var rank = 0;
        var longest = Shape.LongestRun(seen.Text);
        foreach (var rule in TokenShapes.All)
        {
            Add(rule.Kind, rule.Find(seen.Text, longest));
        }

        Add(PrivateKeys.Kind, PrivateKeys.Find(seen.Text));
        foreach (var rule in Others)
        {
            Add(rule.Kind, rule.Find(seen.Text, longest));
        }

        void Add(string kind, IEnumerable<(int Start, int End)> places)
        {
            rank++;
            foreach (var place in places)
            {
                var (start, end) = seen.Source(place.Start, place.End);
                spans.Add(new(start, end, kind, rank));
            }
        }
    }

    /// <summary>Tokens over a joint. What goes on behind a token that was found without it must look like its rest, not like the next word.</summary>
    private static IEnumerable<SecretSpan> FindJoined(SeenText joined, string source, List<SecretSpan> found)
    {
        var longest = Shape.LongestRun(joined.Text);
        foreach (var rule in TokenShapes.All)
        {
            foreach (var place in rule.Find(joined.Text, longest))
            {
                var (start, end) = joined.Source(place.Start, place.End);
                var before = found.Where(span => span.Start < end && start < span.End).Select(span => span.End).DefaultIfEmpty(-1).Max();
                if (before < 0 || (before < end && Shape.IsRandom(source[before..end].Trim(' ', '\n', '\r', '\t', '>', '\\', '`', '*', '"', '\'', '+'))))
                {
                    yield return new(start, end, rule.Kind, 0);
                }
            }
        }
    }

    /// <summary>Those that overlap as one, named by what tells most.</summary>
    private static List<SecretSpan> Merge(List<SecretSpan> spans)
    {
        var merged = new List<SecretSpan>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                var last = merged[^1];
                var (kind, rank) = span.Rank < last.Rank ? (span.Kind, span.Rank) : (last.Kind, last.Rank);
                merged[^1] = new(last.Start, Math.Max(last.End, span.End), kind, rank);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    private static string Replace(string text, List<SecretSpan> spans)
    {
        var masked = new StringBuilder(text.Length);
        var from = 0;
        foreach (var span in spans)
        {
            masked.Append(text, from, span.Start - from).Append(Open).Append(span.Kind).Append(']');
            from = span.End;
        }

        return masked.Append(text, from, text.Length - from).ToString();
    }
}
