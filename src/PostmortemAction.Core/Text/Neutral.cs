using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>
/// Breaks what acts in GitHub's conversations - mentions, issue references and with them closing keywords - without changing what one sees.
/// See https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls.
/// </summary>
public static class Neutral
{
    /// <summary>The break inside Markdown: a zero-width space as an entity.</summary>
    internal const string Entity = "&#8203;";

    private const string ZeroWidthSpace = "\u200B";

    private static readonly string[] ReferencePaths = ["/issues", "/pull", "/pulls", "/discussions", "/commit", "/commits"];

    /// <summary>Plain words for the title of an issue or pull request, at most 256 characters.</summary>
    public static string Title(string text) => Limits.Title(Break(PlainText.Line(text), ZeroWidthSpace));

    /// <summary>Code, which GitHub leaves alone; but a mail that answers it quotes it without its marks.</summary>
    internal static string Code(string text) => Break(text, ZeroWidthSpace);

    /// <summary>Literal text inside Markdown.</summary>
    internal static string Literal(string text) => Break(text, Entity);

    /// <summary>
    /// A brace, as text. Site generators evaluate <c>{{</c> and <c>{%</c>, some of them each brace: https://jekyllrb.com/docs/liquid/,
    /// https://mdxjs.com/docs/what-is-mdx/. In code it stays: people copy commands and templates out of it.
    /// </summary>
    internal static string Brace(char next) => next is '{' or '%' or '#' ? $"\\{{{Entity}" : "\\{";

    /// <summary>Whether the address is that of an issue, pull request, discussion or commit.</summary>
    internal static bool IsReference(string url)
    {
        var address = Uri.UnescapeDataString(url);
        return address.Select((c, i) => c == '/' && IsReferencePath(address, i, i + 1 < address.Length ? address[i + 1] : ' ')).Any(found => found);
    }

    /// <summary>Whether the place is in a word of which GitHub makes a link, up to the next space, even over code.</summary>
    internal static bool IsInsideLink(string text, int at)
    {
        for (var i = at - 1; i >= 0 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (StartsLink(text, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind which characters a break belongs.</summary>
    /// <param name="goesOn">Something follows the text directly that may go on with a letter or digit.</param>
    internal static IReadOnlyList<int> Breaks(string text, bool goesOn)
    {
        var breaks = new SortedSet<int>();
        var links = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : goesOn ? '0' : ' ';
            if (char.IsWhiteSpace(text[i]))
            {
                links.Clear();
            }
            else if (StartsLink(text, i))
            {
                links.Add(i);
            }

            if (Acts(text, i, next))
            {
                breaks.Add(i);

                // As a link it would show the break and lead nowhere.
                breaks.UnionWith(links);
                links.Clear();
            }
        }

        return [.. breaks];
    }

    private static string Break(string text, string separator)
    {
        var result = new StringBuilder(text.Length);
        var from = 0;
        foreach (var at in Breaks(text, goesOn: false))
        {
            result.Append(text, from, at + 1 - from).Append(separator);
            from = at + 1;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private static bool Acts(string text, int at, char next) => text[at] switch
    {
        '@' => char.IsAsciiLetterOrDigit(next),
        '#' => char.IsAsciiDigit(next),
        '-' => char.IsAsciiDigit(next) && at >= 2 && text.AsSpan(at - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase),
        '/' => IsReferencePath(text, at, next),
        _ => false,
    };

    /// <summary>An address of an issue or pull request is a reference too.</summary>
    private static bool IsReferencePath(string text, int at, char next)
    {
        if (char.IsAsciiHexDigit(next))
        {
            foreach (var path in ReferencePaths)
            {
                if (text.AsSpan(0, at).EndsWith(path, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where GitHub makes a link of bare text.</summary>
    internal static bool StartsLink(string text, int at) =>
        text[at] == ':' ? text.AsSpan(at).StartsWith("://", StringComparison.Ordinal)
            : text[at] is 'w' or 'W' && text.AsSpan(at).StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
