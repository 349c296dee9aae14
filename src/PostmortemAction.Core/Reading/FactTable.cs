using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>
/// A table of facts with a column that says how each is known, as our own documents have it. Of it only the rows stay whose
/// first cell names a field, as rows of two cells: what a measure is computed from is no statement.
/// </summary>
internal static class FactTable
{
    private static readonly string[] Names = ["measure", "fact"];
    private static readonly string[] Values = ["value"];

    /// <summary>The lines with such tables narrowed; as many as before.</summary>
    public static string[] Narrow(string[] lines, IReadOnlyDictionary<string, string> labels)
    {
        var narrow = (string[])lines.Clone();
        var isInside = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = TableCells.Of(lines[i]);
            isInside = cells.Count > 0 && (isInside || (cells.Count > 2 && Names.Contains(PlainText.Fold(cells[0])) && Values.Contains(PlainText.Fold(cells[1]))));
            if (isInside)
            {
                var row = cells.Count > 1 ? $"| {cells[0]} | {cells[1]} |" : "";
                narrow[i] = NamedLine.Read(row, labels) is { Id: not null } ? row : "";
            }
        }

        return narrow;
    }
}
