using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A row of a table of tasks, cell by cell.</summary>
/// <param name="Cells">What stands between the bars.</param>
internal sealed record TaskCells(TaskTable Table, IReadOnlyList<string> Cells)
{
    private static readonly string[] Empty = ["", "-", "–", "—"];

    /// <summary>Where the issue stands; null for a table without such a column.</summary>
    public string? Issue => Table.Issue is { } column && column < Cells.Count && !Empty.Contains(Cells[column]) ? Cells[column] : null;

    public override string ToString() => $"| {string.Join(" | ", Cells)} |";

    /// <summary>Cell by cell what people wrote, or, where they wrote nothing, the facts.</summary>
    /// <param name="last">As we last wrote it; null for a row that we did not.</param>
    public TaskCells Merge(TaskCells? last, TaskCells fresh)
    {
        if (Cells.Count != fresh.Cells.Count || Table != fresh.Table)
        {
            // Another table than ours: only its issue is filled in.
            return Table.Issue is { } own && own < Cells.Count && Issue is null && fresh.Issue is { } issue ? With(own, issue) : this;
        }

        var row = this;
        for (var column = 0; column < Cells.Count; column++)
        {
            var isTheirs = last is null || last.Cells.Count != Cells.Count || last.Cells[column] != Cells[column];
            var isMissing = column == Table.Issue && Issue is null;
            row = isTheirs && !isMissing ? row : row.With(column, fresh.Cells[column]);
        }

        return row;
    }

    public TaskRow Row(int line)
    {
        var link = Issue is { } cell && IssueLink.At(cell, 0) is { } end ? cell[..end] : null;
        return new(line, PlainText.Line(Table.Line([.. Cells.Select(each => Empty.Contains(each) ? "" : each)])), Issue, link is null ? null : IssueLink.Issue(link), null);
    }

    private TaskCells With(int column, string cell) => this with { Cells = [.. Cells.Select((there, i) => i == column ? cell : there)] };
}
