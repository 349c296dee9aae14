using System.Text.Json;
using System.Text.RegularExpressions;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Operations;

/// <summary>What can be said of texts as they are.</summary>
internal static class TextOperations
{
    public static IReadOnlyDictionary<string, Operation> All { get; } = new Dictionary<string, Operation>
    {
        ["eq"] = (sight, sink, value) => Each(sight, sink, text => text == value.GetString() ? null : $"is '{Short(text)}'"),
        ["contains"] = (sight, sink, value) => sight.Of(sink).Any(text => text.Contains(value.GetString()!, StringComparison.Ordinal)) ? null : "is in none",
        ["not_contains"] = (sight, sink, value) => Each(sight, sink, text => text.Contains(value.GetString()!, StringComparison.Ordinal) ? Around(text, value.GetString()!) : null),
        ["matches"] = (sight, sink, value) => sight.Of(sink).Any() ? Each(sight, sink, text => Regex.IsMatch(text, value.GetString()!) ? null : $"is '{Short(text)}'") : "there is none",
        ["not_matches"] = (sight, sink, value) => Each(sight, sink, text => Regex.Match(text, value.GetString()!) is { Success: true } match ? Around(text, match.Value) : null),
        ["max_len"] = (sight, sink, value) => Each(sight, sink, text => text.Length <= value.GetInt32() ? null : $"has {text.Length}"),
        ["grapheme_safe"] = (sight, sink, value) => Each(sight, sink, text => Characters.AreWhole(text) == value.GetBoolean() ? null : $"ends with '{text[^Math.Min(9, text.Length)..]}'"),
        ["max_combining_run_le"] = (sight, sink, value) => AtMost(sight, sink, value, text => Characters.LongestRun(text, Characters.IsMark)),
        ["max_varsel_run_le"] = (sight, sink, value) => AtMost(sight, sink, value, text => Characters.LongestRun(text, Characters.IsSelector)),
        ["size_eq"] = (sight, sink, value) => sight.Of(sink).Sum(text => text.Length) == value.GetInt32() ? null : $"has {sight.Of(sink).Sum(text => text.Length)}",
        ["secrets_eq"] = (sight, sink, value) => Occurrences(sight, sink, value, SecretParts.Of(sight.Input)),
        ["secret_prefix_eq"] = (sight, sink, value) => Occurrences(sight, sink, value, SecretParts.Beginnings(sight.Input)),
        ["own_token_eq"] = (sight, sink, value) => Occurrences(sight, sink, value, OwnToken(sight.OwnToken)),
        ["redactions_eq"] = (sight, sink, value) => sight.Of(sink).Sum(text => Regex.Count(text, @"\[masked: ")) is var count && count == value.GetInt32() ? null : $"there are {count}",
        ["idempotent"] = (sight, sink, value) => RunOperations.IsAtRest(sight) && sight.Of(sink).SequenceEqual(sight.Of("again_" + sink)) == value.GetBoolean()
            ? null : "a second run changed something, or the same input made another text",
        ["amplification_le"] = (sight, sink, value) => Each(sight, sink, text =>
            text.Length <= value.GetInt32() * (long)Math.Max(1, sight.Input.Length) + (sight.Baseline?.Of(sink).Sum(other => other.Length) ?? 0) ? null : $"has {text.Length} of {sight.Input.Length}"),
    };

    public static string? Each(Sight sight, string sink, Func<string, string?> check) => sight.Of(sink).Select(check).FirstOrDefault(failure => failure is not null);

    public static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";

    private static string Around(string text, string found)
    {
        var at = text.IndexOf(found, StringComparison.Ordinal);
        return $"…{text[Math.Max(0, at - 30)..Math.Min(text.Length, at + found.Length + 30)]}…".Replace("\n", "\\n", StringComparison.Ordinal);
    }

    private static string? AtMost(Sight sight, string sink, JsonElement value, Func<string, int> measure) =>
        Each(sight, sink, text => measure(text) <= value.GetInt32() ? null : $"is {measure(text)}");

    private static string? Occurrences(Sight sight, string sink, JsonElement value, IEnumerable<string> parts)
    {
        var found = parts.Where(part => sight.Of(sink).Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase))).ToList();
        return found.Count == value.GetInt32() ? null : $"there are {found.Count}: {string.Join(", ", found.Select(part => part[..Math.Min(6, part.Length)] + "…"))}";
    }

    private static IEnumerable<string> OwnToken(string token)
    {
        yield return token;
        foreach (var before in (string[])["", "x", "xy"])
        {
            // Within a longer text base64 has three forms; the ends depend on what is next to it.
            yield return Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(before + token))[(before.Length == 0 ? 0 : before.Length + 1)..^4];
        }
    }
}
