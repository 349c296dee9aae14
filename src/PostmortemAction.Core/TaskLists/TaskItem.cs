using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A list item as its parts: <c>- [x] [#45](https://…) Add an alert</c>. All of them in a row are the line.</summary>
/// <param name="Mark">Indentation, bullet or number, and the blanks behind it.</param>
/// <param name="Box"><c>[x] </c>, or empty.</param>
/// <param name="Link">The link to its issue with the blank behind it, or empty.</param>
/// <param name="Words">The rest.</param>
internal sealed record TaskItem(string Mark, string Box, string Link, string Words)
{
    /// <summary>Deeper ones belong to the item above, but for those that have an issue of their own.</summary>
    private const int MostIndentation = 3;

    public bool? IsTicked => Box.Length == 0 ? null : Box[1] != ' ';

    public override string ToString() => Mark + Box + Link + Words;

    public static bool TryRead(string line, [NotNullWhen(true)] out TaskItem? item)
    {
        item = null;
        var text = line.TrimStart(' ');
        var indentation = line.Length - text.Length;
        var digits = text.Length - text.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length;
        var bullet = text is ['-' or '*' or '+', ..] ? 1 : digits is > 0 and < 10 && digits < text.Length && text[digits] is '.' or ')' ? digits + 1 : 0;
        if (bullet == 0 || bullet >= text.Length || text[bullet] != ' ')
        {
            return false;
        }

        var rest = text[bullet..].TrimStart(' ');
        var mark = line[..^rest.Length];
        var box = rest is ['[', ' ' or 'x' or 'X', ']', ' ', ..] ? 4 : 0;
        var link = IssueLink.At(rest, box) is { } end ? end - box : 0;
        link += rest.Length > box + link && link > 0 && rest[box + link] == ' ' ? 1 : 0;
        item = new(mark, rest[..box], rest.Substring(box, link), rest[(box + link)..]);
        return item.Words.Trim().Length > 0 && (indentation <= MostIndentation || link > 0);
    }
}
