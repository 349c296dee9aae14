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
    public static IReadOnlyList<string> Read(string? text, bool isProse = false)
    {
        var items = ItemReader.Read(text ?? "").Where(item => !Pictures.IsOnlyPicture(item.Text)).ToList();
        return Lines(isProse && items.Any(item => item.Listed) ? items.Where(item => item.Listed) : items);
    }

    /// <summary>The list that a line like "the lessons that we take away are as follows:" announces; null when none does.</summary>
    public static string? Announced(string text)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.TrimEnd().EndsWith(':') && Announcements.Any(word => PlainText.Fold(line).Contains(word, StringComparison.Ordinal)));
        return at >= 0 && lines.Skip(at + 1).FirstOrDefault(line => line.Trim().Length > 0) is { } next && Tidy.IsItem(next.Trim()) ? string.Join('\n', lines[(at + 1)..]) : null;
    }

    private static List<string> Lines(IEnumerable<TextItem> items)
    {
        var list = new List<string>();
        var open = -1;
        foreach (var item in items)
        {
            // Further lines of an item, and items nested in it, belong to it.
            if (list.Count > 0 && item.Listed && (item.Block == open || item.Depth > 0))
            {
                list[^1] += " " + item.Text;
            }
            else if (item.Listed || (Headings.Label(item.Text) is null && !IsIntroduction(item.Text)))
            {
                open = item.Block;
                list.Add(item.Text);
            }
        }

        return list;
    }

    /// <summary>"We have the following tasks:", "The following measures are actions the team will take."</summary>
    private static bool IsIntroduction(string line) =>
        line.EndsWith(':') || PlainText.Fold(line).Contains("the following", StringComparison.Ordinal);
}
