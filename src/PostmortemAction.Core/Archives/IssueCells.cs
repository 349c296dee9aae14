using PostmortemAction.Core.Reading;
using PostmortemAction.Core.TaskLists;

namespace PostmortemAction.Core.Archives;

/// <summary>The cells of a table of tasks that link their issues, as our documents list them: <c>[#45](https://github.com/acme/shop/issues/45) ✓</c>.</summary>
internal static class IssueCells
{
    private const char Tick = '✓';

    /// <param name="section">The text of the section of tasks.</param>
    public static IEnumerable<string> In(string? section)
    {
        TaskTable? table = null;
        var isInside = false;
        foreach (var line in (section ?? "").Split('\n'))
        {
            var cells = TableCells.Of(line);
            table = cells.Count == 0 ? null : isInside ? table : TaskTable.Of(cells);
            isInside = cells.Count > 0;
            if (table?.Issue is { } column && column < cells.Count && IssueLink.At(cells[column], 0) is not null)
            {
                yield return cells[column];
            }
        }
    }

    /// <summary>Whether the task is done: its tick stands behind the link.</summary>
    public static bool IsTicked(string cell) => cell.EndsWith(Tick);
}
