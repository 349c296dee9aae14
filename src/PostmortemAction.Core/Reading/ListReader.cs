namespace PostmortemAction.Core.Reading;

/// <summary>Reads a text as a list: one line for each list item or, outside lists, for each line.</summary>
public static class ListReader
{
    public static IReadOnlyList<string> Read(string? text)
    {
        var list = new List<string>();
        var open = (int?)null;
        foreach (var item in ItemReader.Read(text ?? "").Where(item => !Pictures.IsOnlyPicture(item.Text)))
        {
            // Further lines of an item, and items nested in it, belong to it.
            if (list.Count > 0 && ((item.Listed && item.Block == open) || item.Depth > 0))
            {
                list[^1] += " " + item.Text;
                continue;
            }

            open = item.Block;
            if (Headings.Name(item.Text) is null)
            {
                list.Add(item.Text);
            }
        }

        return list;
    }
}
