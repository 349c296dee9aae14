using PostmortemAction.Core.Text;

namespace PostmortemAction.Templates;

/// <summary>One <c>{{…}}</c> of a template, with the place where it stands. Lines and columns count from one.</summary>
/// <param name="Kind">What stands before the words: <c>#</c>, <c>/</c>, <c>^</c>, <c>!</c> and the like; a blank for a value.</param>
/// <param name="Text">The words, without braces, kind and the white-space mark <c>~</c>.</param>
/// <param name="Start">Where <paramref name="Kind"/> stands in the source, or else the words.</param>
/// <param name="Open">Where its braces begin.</param>
/// <param name="After">Where the text goes on behind its braces; -1 when nobody closed it.</param>
internal sealed record TemplateTag(char Kind, string Text, int Start, int Line, int Column, int Open, int After)
{
    private const string Kinds = "#/^!>&*{";

    public bool IsClosed => After > 0;

    /// <summary>Where the words end in the source.</summary>
    public int End => Start + (Kind == ' ' ? 0 : 1) + Text.Length;

    /// <summary>As it is written, for people.</summary>
    public override string ToString() => Quoted.Code($"{{{{{(Kind == ' ' ? "" : Kind)}{Text}}}}}");

    /// <summary>All tags in their order. After one that nobody closed come no more.</summary>
    public static IReadOnlyList<TemplateTag> All(string source)
    {
        var tags = new List<TemplateTag>();
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }

            if (!source.AsSpan(i).StartsWith("{{"))
            {
                continue;
            }

            if (i > 0 && source[i - 1] == '\\' && (i == 1 || source[i - 2] != '\\'))
            {
                // Escaped: these braces are text.
                i++;
                continue;
            }

            var (start, end, after) = Bounds(source, i);
            var kind = start < end && Kinds.Contains(source[start]) ? source[start] : ' ';
            var words = kind == ' ' ? start : start + 1;
            tags.Add(new(kind, source[words..Math.Max(words, end)], start, line, i - lineStart + 1, i, after));
            if (after < 0)
            {
                break;
            }

            if (source.AsSpan(i, after - i).LastIndexOf('\n') is var last and >= 0)
            {
                line += source.AsSpan(i, after - i).Count('\n');
                lineStart = i + last + 1;
            }

            i = after - 1;
        }

        return tags;
    }

    /// <summary>Where the inside of a tag starts and ends, and where the text goes on; -1 when nobody closed it.</summary>
    private static (int Start, int End, int After) Bounds(string source, int open)
    {
        // {{{a}}} is {{a}} here: nothing is encoded in either. Four braces keep one of them and are refused by it.
        var isTriple = source.AsSpan(open).StartsWith("{{{") && !source.AsSpan(open).StartsWith("{{{{");
        var start = open + (isTriple ? 3 : 2);
        if (source.AsSpan(start).StartsWith("~"))
        {
            start++;
        }

        var close = source.AsSpan(start).StartsWith("!") ? CommentEnd(source, start) : WordsEnd(source, start);
        var braces = isTriple ? "}}}" : "}}";
        if (close < 0 || source.AsSpan(close).IndexOfAnyExcept('}') is var count && (count < 0 ? source.Length - close : count) != braces.Length)
        {
            return (start, source.Length, -1);
        }

        return (start, close > start && source[close - 1] == '~' ? close - 1 : close, close + braces.Length);
    }

    private static int CommentEnd(string source, int start)
    {
        if (!source.AsSpan(start).StartsWith("!--"))
        {
            return source.IndexOf("}}", start, StringComparison.Ordinal);
        }

        var (plain, marked) = (source.IndexOf("--}}", start, StringComparison.Ordinal), source.IndexOf("--~}}", start, StringComparison.Ordinal));
        return plain >= 0 && (marked < 0 || plain < marked) ? plain + 2 : marked < 0 ? -1 : marked + 3;
    }

    /// <summary>The first brace outside of a text in quotes: in a tag none may stand before those that close it.</summary>
    private static int WordsEnd(string source, int start)
    {
        var quote = '\0';
        for (var i = source.AsSpan(start).StartsWith("{") ? start + 1 : start; i < source.Length; i++)
        {
            var c = source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '{' or '}')
            {
                return i;
            }
        }

        return -1;
    }
}
