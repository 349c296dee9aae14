using System.Buffers;

namespace PostmortemAction.Core.Secrets;

/// <summary>What stands behind a name where a value follows it. It keeps a rule from being built for a text that only has the word.</summary>
/// <param name="stops">At one of these the search behind a hint ends.</param>
internal sealed class Behind(string chars, int most = int.MaxValue, string stops = "")
{
    /// <summary>Between a name, or the beginning of a longer one, and its value.</summary>
    public static readonly Behind Assigned = new("=:：", 60, "\r\n");

    /// <summary>Right behind a name.</summary>
    public static readonly Behind Named = new("=:：", 30, "\r\n");

    /// <summary>At the end of a tag.</summary>
    public static readonly Behind Tagged = new(">", 100, "<\r\n");

    /// <summary>Right at the end of a tag.</summary>
    public static readonly Behind TagEnd = new(">", "secret>".Length);

    /// <summary>At the end of a user's name, behind an option that takes one.</summary>
    public static readonly Behind Login = new(":", 80, "\r\n\t`|()[]{}<>*,;/\\");

    /// <summary>At the end of a table's cell, with its emphasis.</summary>
    public static readonly Behind CellEnd = new("|", "password".Length + 4 + 1, "\r\n");

    /// <summary>At the end of a name in quotes.</summary>
    public static readonly Behind Quoted = new("\"'", "passphrase".Length + 1, "\r\n");

    /// <summary>At the end of what stands before an address's host.</summary>
    public static readonly Behind Host = new("@", stops: " \t\r\n");

    /// <summary>Behind the two hyphens of a command's option; behind those of a rule or of a table's head stands something else.</summary>
    public static readonly Behind Option = new("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", stops: " \t\r\n|");

    private readonly SearchValues<char> wanted = SearchValues.Create(chars);
    private readonly SearchValues<char> wantedOrStop = SearchValues.Create(chars + stops);

    /// <summary>Whether it stands near behind one of the hints.</summary>
    public bool IsIn(string text, SearchValues<string> hints)
    {
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(hints) is var next and >= 0;)
        {
            at += next;
            var rest = text.AsSpan(at, Math.Min(most, text.Length - at));
            var found = rest.IndexOfAny(wantedOrStop);
            if (found >= 0 && wanted.Contains(rest[found]))
            {
                return true;
            }

            // Up to a stop nothing is followed by it, whatever hints stand in between; where the search ends earlier, a later hint may be.
            at += found >= 0 ? found : rest.Length < most ? rest.Length : 1;
        }

        return false;
    }
}
