using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>
/// People's Markdown on its way into something that we write. Emphasis, code, links, lists and pictures stay;
/// raw HTML becomes visible text, headings step below ours, and nothing that somebody forgot to close reaches beyond its place.
/// </summary>
public static class MarkdownText
{
    /// <summary>A whole section of the document: block elements stay blocks.</summary>
    /// <param name="level">The level of the author's highest heading there, one below the heading of the section.</param>
    public static string Block(string? text, int level = 4) => MarkdownRewrite.Of(PlainText.Clean(text).Trim('\n'), level, acts: true);

    /// <summary>One line, fit for a table cell, a list item or a heading: further lines follow behind <c>&lt;br&gt;</c>.</summary>
    public static string Line(string? text) => Lines(text, acts: true);

    /// <summary>One line for the body of an issue, pull request or comment, where mentions and references would act: broken, visibly unchanged.</summary>
    public static string ConversationLine(string? text) => Lines(text, acts: false);

    /// <summary>Plain words, such as a title, that must not act as Markdown.</summary>
    public static string Escape(string? text) => LineEdges.Escape(EscapeInside(text));

    /// <summary>The same for words that do not begin a line.</summary>
    internal static string EscapeInside(string? text)
    {
        var escaped = new StringBuilder();
        var line = PlainText.Line(text);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '$')
            {
                escaped.Append('\\').Append(c);
            }
            else
            {
                escaped.Append(c switch { '{' => Neutral.Brace(i + 1 < line.Length ? line[i + 1] : ' '), '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ => c.ToString() });
            }
        }

        return escaped.ToString();
    }

    private static string Lines(string? text, bool acts)
    {
        var lines = PlainText.Clean(text).Split('\n').Select(PlainText.Line).Where(line => line.Length > 0);
        return LineEdges.Escape(string.Join("<br>", lines.Select(line => EscapePipes(MarkdownRewrite.Of(line, level: null, acts)))));
    }

    /// <summary>A bar ends a table cell, also in code: <c>\|</c> shows a bar in both.</summary>
    internal static string EscapePipes(string line)
    {
        var escaped = new StringBuilder(line.Length);
        var backslashes = 0;
        foreach (var c in line)
        {
            if (c == '|' && backslashes % 2 == 0)
            {
                escaped.Append('\\');
            }

            backslashes = c == '\\' ? backslashes + 1 : 0;
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
