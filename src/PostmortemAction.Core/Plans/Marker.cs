using System.Diagnostics.CodeAnalysis;

namespace PostmortemAction.Core.Plans;

/// <summary>
/// A hidden comment by which we find our own bodies again. People can copy it, so it counts only where the author is ourselves.
/// Values are percent-encoded: none can end the comment.
/// </summary>
public sealed record Marker(string Kind, IReadOnlyDictionary<string, string> Values)
{
    public const string FollowUp = "follow-up";
    public const string PullRequest = "pull-request";
    public const string Status = "status";
    public const string Offer = "offer";
    public const string Digest = "digest";
    public const string Reminder = "reminder";
    private const string Prefix = "<!-- postmortem-action ";
    private const string Suffix = " -->";

    public string? this[string name] => Values.GetValueOrDefault(name);

    public override string ToString()
    {
        var values = Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $" {value.Key}={Encode(value.Value)}");
        return $"{Prefix}{Kind}{string.Concat(values)}{Suffix}";
    }

    public bool Equals(Marker? other) => other is not null && other.ToString() == ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Finds the first marker of a kind in a body.</summary>
    public static bool TryFind(string? body, string kind, [NotNullWhen(true)] out Marker? marker)
    {
        marker = null;
        var start = (body ?? "").IndexOf($"{Prefix}{kind} ", StringComparison.Ordinal);
        if (start < 0)
        {
            return false;
        }

        var from = start + Prefix.Length + kind.Length;
        var end = body!.IndexOf(Suffix, from, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var values = new Dictionary<string, string>();
        foreach (var part in body[from..end].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                return false;
            }

            values[part[..equals]] = Uri.UnescapeDataString(part[(equals + 1)..]);
        }

        marker = new(kind, values);
        return true;
    }

    /// <summary>Late references stay as they are; they are put in before anything is sent.</summary>
    private static string Encode(string value) => LateReference.IsIn(value) ? value : Uri.EscapeDataString(value).Replace("-", "%2D", StringComparison.Ordinal);
}
