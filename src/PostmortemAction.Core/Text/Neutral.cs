using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>
/// Breaks what acts in GitHub's conversations - mentions, issue references and with them closing keywords - without changing what one sees.
/// See https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls.
/// </summary>
public static class Neutral
{
    private const string ZeroWidthSpace = "\u200B";

    /// <summary>Plain words for the title of an issue or pull request, at most 256 characters.</summary>
    public static string Title(string text) => PlainText.Cut(Break(PlainText.Line(text), ZeroWidthSpace), 256);

    /// <summary>Literal text inside Markdown: the break is an entity.</summary>
    internal static string Literal(string text) => Break(text, "&#8203;");

    private static string Break(string text, string separator)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            result.Append(text[i]);
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            var isMention = text[i] == '@' && char.IsAsciiLetterOrDigit(next);
            var isReference = text[i] == '#' && char.IsAsciiDigit(next);
            var isShortReference = text[i] == '-' && char.IsAsciiDigit(next) && i >= 2
                && text.AsSpan(i - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase);
            var isPath = text[i] == '/' && char.IsAsciiDigit(next) && EndsWithReferencePath(text.AsSpan(0, i));
            if (isMention || isReference || isShortReference || isPath)
            {
                result.Append(separator);
            }
        }

        return result.ToString();
    }

    /// <summary>An address of an issue or pull request is a reference too.</summary>
    private static bool EndsWithReferencePath(ReadOnlySpan<char> text) =>
        text.EndsWith("/issues", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("/pull", StringComparison.OrdinalIgnoreCase)
        || text.EndsWith("/discussions", StringComparison.OrdinalIgnoreCase);
}
