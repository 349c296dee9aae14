namespace PostmortemAction.Core.Reading;

/// <summary>The row of a table as its cells. A bar with a backslash before it is text: https://github.github.com/gfm/#tables-extension-.</summary>
internal static class TableCells
{
    /// <returns>None for a line that does not begin with a bar.</returns>
    public static IReadOnlyList<string> Of(string line)
    {
        var text = line.Trim();
        if (!text.StartsWith('|'))
        {
            return [];
        }

        var cells = new List<string>();
        var from = 1;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '|')
            {
                cells.Add(text[from..i].Trim());
                from = i + 1;
            }
        }

        return from < text.Length ? [.. cells, text[from..].Trim()] : cells;
    }
}
