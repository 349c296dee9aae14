using System.Buffers;

namespace PostmortemAction.Core.Secrets;

/// <summary>
/// Private keys between <c>BEGIN … PRIVATE KEY</c> and <c>END</c>: PEM, OpenSSH, PGP. They go over many lines, may stand in one as a text of JSON,
/// and their end may be cut off, so no pattern describes them.
/// </summary>
internal static class PrivateKeys
{
    public const string Kind = "private key";
    private const string Begin = "BEGIN ";
    private const string Name = "PRIVATE KEY";

    /// <summary>The longest header between BEGIN and the dashes, such as <c>BEGIN SSH2 ENCRYPTED PRIVATE KEY</c>.</summary>
    private const int LongestHeader = 60;

    private static readonly string[] Headers = ["Proc-Type", "DEK-Info", "Version", "Comment"];

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\-_");

    public static IEnumerable<(int Start, int End)> Find(string text)
    {
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at, StringComparison.Ordinal))
        {
            var header = text.AsSpan(at, Math.Min(LongestHeader, text.Length - at));
            var name = header.IndexOf(Name, StringComparison.Ordinal);
            if (name < 0 || DashesBefore(text, at) == 0 || header[..name].IndexOfAny('\n', '-') >= 0)
            {
                at += Begin.Length;
                continue;
            }

            var end = End(text, at + name + Name.Length);
            yield return (at - DashesBefore(text, at), end);
            at = end;
        }
    }

    /// <summary>Behind the dashes of the END; without one behind the last line that can belong to a key.</summary>
    private static int End(string text, int from)
    {
        var next = text.IndexOf(Begin, from, StringComparison.Ordinal) is var begin and >= 0 ? begin : text.Length;
        var end = text.IndexOf("END ", from, next - from, StringComparison.Ordinal);
        if (end >= 0 && text.IndexOf(Name, end, Math.Min(LongestHeader, text.Length - end), StringComparison.Ordinal) is var name and >= 0)
        {
            var at = name + Name.Length;
            while (at < text.Length && (text[at] is '-' || text.AsSpan(at).StartsWith(" BLOCK-", StringComparison.Ordinal)))
            {
                at += text[at] == '-' ? 1 : " BLOCK".Length;
            }

            return at;
        }

        var last = from;
        for (var line = from; line < next;)
        {
            var stop = text.IndexOf('\n', line, next - line) is var lineEnd and >= 0 ? lineEnd : next;
            var part = line == from ? stop - line : KeyPart(text.AsSpan(line, stop - line));
            if (part < 0)
            {
                break;
            }

            last = line + part;
            line = last < stop ? next : stop + 1;
        }

        return last;
    }

    /// <summary>How much of a line belongs to a key: a header, or what can be base64. -1 when nothing does.</summary>
    private static int KeyPart(ReadOnlySpan<char> line)
    {
        var content = line.TrimStart(" \t\r>|`\"'\\,");
        var start = line.Length - content.Length;
        foreach (var header in Headers)
        {
            if (content.StartsWith(header, StringComparison.Ordinal))
            {
                return line.Length;
            }
        }

        var run = content.IndexOfAnyExcept(KeyCharacters) is var end and >= 0 ? end : content.Length;
        return content.IsEmpty || content[run..].Trim().IsEmpty ? line.Length : run >= 16 ? start + run : -1;
    }

    /// <summary>How many characters the dashes before the header take, with one space at most.</summary>
    private static int DashesBefore(string text, int at)
    {
        var start = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
        var dashes = 0;
        while (dashes < 5 && start > 0 && text[start - 1] == '-')
        {
            (start, dashes) = (start - 1, dashes + 1);
        }

        return dashes == 0 ? 0 : at - start;
    }
}
