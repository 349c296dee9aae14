using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Secrets;

/// <summary>
/// A text as its readers see it, with the way back to where each character stands in the source. A secret stays one when somebody hides it between
/// invisible characters, as entities, percent-encoded or over two lines, so it is looked for in what comes out, and masked where it went in.
/// </summary>
internal sealed class SeenText
{
    /// <summary>Stands for what is masked already, so that nothing is masked twice.</summary>
    public const char Masked = '\uFFFC';

    private readonly List<int> starts;
    private readonly List<int> ends;

    private SeenText(string text, List<int> starts, List<int> ends) => (Text, this.starts, this.ends) = (text, starts, ends);

    public string Text { get; }

    /// <summary>Without invisible characters; wide Latin letters as plain ones.</summary>
    public static SeenText Of(string source)
    {
        var text = new StringBuilder(source.Length);
        var (starts, ends) = (new List<int>(source.Length), new List<int>(source.Length));
        for (var at = 0; at < source.Length;)
        {
            var taken = SecretMask.LengthOfMask(source, at);
            var isMask = taken > 0;
            if (isMask || !PlainText.IsInvisible(source, at, out taken))
            {
                text.Append(isMask ? Masked : Plain(source[at]));
                starts.Add(at);
                ends.Add(at + taken);
            }

            at += taken;
        }

        return new(text.ToString(), starts, ends);
    }

    /// <summary>With entities, escapes and percent codes as what they stand for, up to three deep, and without tags and comments.</summary>
    public SeenText Decoded()
    {
        var decoded = this;
        for (var depth = 0; depth < 3; depth++)
        {
            var next = decoded.Rewrite(Encodings.Read);
            if (next.Text.Length == decoded.Text.Length)
            {
                break;
            }

            decoded = next;
        }

        return decoded;
    }

    /// <summary>With the two sides of a line end, of code marks and of a joint in code put together.</summary>
    public SeenText Joined() => Rewrite(Joints.Read);

    /// <summary>The place in the source.</summary>
    public (int Start, int End) Source(int start, int end) => (starts[start], ends[end - 1]);

    private SeenText Rewrite(Func<string, int, (string Seen, int Taken)> read)
    {
        var text = new StringBuilder(Text.Length);
        var (newStarts, newEnds) = (new List<int>(Text.Length), new List<int>(Text.Length));
        for (var at = 0; at < Text.Length;)
        {
            var (seen, taken) = read(Text, at);
            text.Append(seen);
            newStarts.AddRange(Enumerable.Repeat(starts[at], seen.Length));
            newEnds.AddRange(Enumerable.Repeat(ends[at + taken - 1], seen.Length));
            at += taken;
        }

        return new(text.ToString(), newStarts, newEnds);
    }

    private static char Plain(char c) => c is >= '\uFF01' and <= '\uFF5E' and not '：' ? (char)(c - 0xFEE0) : c;
}
