using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// Reads a text as a list: each list item and each other line. In a document written freely, where there are list items they are the list,
/// and what stands around them is introduction or farewell.
/// </summary>
public static class ListReader
{
    private static readonly string[] Announcements = ["lessons", "improve", "prevent", "measures", "going forward", "in the future"];

    /// <param name="isProse">Whether the text is of a document written freely; else it is one answer of a form.</param>
    public static IReadOnlyList<string> Read(string? text, bool isProse = false) => [.. Lines(text, isProse).Select(line => line.Whole).Where(line => !NoAnswer.Is(line))];

    /// <inheritdoc cref="Read"/>
    public static IReadOnlyList<ListLine> Lines(string? text, bool isProse = false)
    {
        var items = ItemReader.Read(text ?? "").Where(item => !Pictures.IsOnlyPicture(item.Text)).ToList();
        return Lines(isProse && items.Any(item => item.Listed) ? items.Where(item => item.Listed) : items, Tidy.Lines(text ?? ""));
    }

    /// <summary>The list that a line like "the lessons that we take away are as follows:" announces; null when none does.</summary>
    public static string? Announced(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.TrimEnd().EndsWith(':') && Announcements.Any(word => PlainText.Fold(line).Contains(word, StringComparison.Ordinal)));
        return at >= 0 && lines.Skip(at + 1).FirstOrDefault(line => line.Trim().Length > 0) is { } next && Tidy.IsItem(next.Trim()) ? string.Join('\n', lines[(at + 1)..]) : null;
    }

    private static List<ListLine> Lines(IEnumerable<TextItem> items, string[] source)
    {
        var list = new List<ListLine>();
        var blocks = new Dictionary<int, ListLine?>();
        var above = new List<ListLine>();
        foreach (var item in items)
        {
            var isKnown = blocks.TryGetValue(item.Block, out var open);
            if (item.Listed && isKnown && Ends(item, source))
            {
                blocks[item.Block] = null;
            }
            else if (item.Listed && open is not null)
            {
                open.Further.Add(item.Text);
            }
            else if ((item.Listed && !isKnown) || (!(item.Text.StartsWith('|') && isKnown) && Headings.Label(item.Text) is null && !IsIntroduction(item.Text)))
            {
                var line = new ListLine(item.Text);
                var depth = item.Listed && !isKnown ? Math.Min(item.Depth, above.Count) : 0;
                (depth > 0 ? above[depth - 1].Below : list).Add(line);
                above.RemoveRange(depth, above.Count - depth);
                above.Add(line);
                _ = item.Listed && !isKnown && blocks.TryAdd(item.Block, line);
            }
        }

        return list;
    }

    /// <summary>A heading or a table right below an item, without a blank line and without indentation, is no line of it, whatever Markdown says.</summary>
    private static bool Ends(TextItem item, string[] source) =>
        source[item.Line].StartsWith(item.Text, StringComparison.Ordinal)
        && (Headings.Label(item.Text) is not null || (item.Text.StartsWith('|') && item.Line + 1 < source.Length && source[item.Line + 1].TrimStart() is ['|', ..] next && next.All(c => c is '|' or '-' or ':' or ' ')));

    /// <summary>"We have the following tasks:", "The following measures are actions the team will take."</summary>
    private static bool IsIntroduction(string line) =>
        line.EndsWith(':') || PlainText.Fold(line).Contains("the following", StringComparison.Ordinal);
}
