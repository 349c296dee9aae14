using System.Buffers;
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

    /// <summary>Characters at which <see cref="Of"/> has nothing to do. Text of these alone, which most is, stays as it is.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c != '['), '\n', '\r', '\t']);

    /// <summary>Where each character stands in the source; null where it is the same place.</summary>
    private readonly (List<int> Starts, List<int> Ends)? places;

    private SeenText(string text, (List<int> Starts, List<int> Ends)? places) => (Text, this.places) = (text, places);

    public string Text { get; }

    /// <summary>Without invisible characters; wide Latin letters as plain ones.</summary>
    public static SeenText Of(string source)
    {
        if (!source.AsSpan().ContainsAnyExcept(Plain) || IsSeenAsItIs(source))
        {
            return new(source, null);
        }

        var text = new StringBuilder(source.Length);
        var (starts, ends) = (new List<int>(source.Length), new List<int>(source.Length));
        for (var at = 0; at < source.Length;)
        {
            var taken = SecretMask.LengthOfMask(source, at);
            if (taken > 0)
            {
                Add(Masked, at, taken);
            }
            else if (!PlainText.IsInvisible(source, at, out taken))
            {
                // Of an emoji both halves.
                for (var i = at; i < at + taken; i++)
                {
                    Add(Narrow(source[i]), at, taken);
                }
            }

            at += taken;
        }

        return new(text.ToString(), (starts, ends));

        void Add(char seen, int at, int length)
        {
            text.Append(seen);
            starts.Add(at);
            ends.Add(at + length);
        }
    }

    /// <summary>With entities, escapes and percent codes as what they stand for, up to three deep, and without tags and comments.</summary>
    public SeenText Decoded()
    {
        var decoded = this;
        for (var depth = 0; depth < 3; depth++)
        {
            var next = decoded.Rewrite(Encodings.Begin, Encodings.Read);
            if (next.Text.Length == decoded.Text.Length)
            {
                break;
            }

            decoded = next;
        }

        return decoded;
    }

    /// <summary>With the two sides of a line end, of code marks and of a joint in code put together.</summary>
    public SeenText Joined() => Text.AsSpan().ContainsAny(Joints.Needed) ? Rewrite(Joints.Begin, Joints.Read) : this;

    /// <summary>The place in the source.</summary>
    public (int Start, int End) Source(int start, int end) => places is { } known ? (known.Starts[start], known.Ends[end - 1]) : (start, end);

    /// <param name="begin">The characters at which something else may be to be seen.</param>
    /// <param name="read">What is seen there, and how many characters it takes; null where it is the character itself.</param>
    private SeenText Rewrite(SearchValues<char> begin, Func<string, int, (string? Seen, int Taken)> read)
    {
        if (!IsRewritten(begin, read))
        {
            return this;
        }

        var text = new StringBuilder(Text.Length);
        var (starts, ends) = (new List<int>(Text.Length), new List<int>(Text.Length));
        for (var at = 0; at < Text.Length;)
        {
            var (seen, taken) = begin.Contains(Text[at]) ? read(Text, at) : (null, Text.AsSpan(at).IndexOfAny(begin) is var next and > 0 ? next : Text.Length - at);
            if (seen is null)
            {
                text.Append(Text, at, taken);
                starts.AddRange(places is { } known ? known.Starts.GetRange(at, taken) : Enumerable.Range(at, taken));
                ends.AddRange(places is { } other ? other.Ends.GetRange(at, taken) : Enumerable.Range(at + 1, taken));
            }
            else
            {
                text.Append(seen);
                var (start, end) = Source(at, at + taken);
                starts.AddRange(Enumerable.Repeat(start, seen.Length));
                ends.AddRange(Enumerable.Repeat(end, seen.Length));
            }

            at += taken;
        }

        return new(text.ToString(), (starts, ends));
    }

    private static bool IsSeenAsItIs(string source)
    {
        for (var at = 0; source.AsSpan(at).IndexOfAnyExcept(Plain) is var next and >= 0;)
        {
            at += next;
            if (SecretMask.LengthOfMask(source, at) > 0 || PlainText.IsInvisible(source, at, out var taken) || Narrow(source[at]) != source[at])
            {
                return false;
            }

            at += taken;
        }

        return true;
    }

    private bool IsRewritten(SearchValues<char> begin, Func<string, int, (string? Seen, int Taken)> read)
    {
        for (var at = 0; Text.AsSpan(at).IndexOfAny(begin) is var next and >= 0; at += next + 1)
        {
            if (read(Text, at + next).Seen is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' and not '：' ? (char)(c - 0xFEE0) : c;
}
