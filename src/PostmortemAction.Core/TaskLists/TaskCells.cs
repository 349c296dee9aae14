using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.TaskLists;

/// <summary>A row of a table of tasks, cell by cell.</summary>
/// <param name="Width">How many columns the header names.</param>
/// <param name="Cells">What stands between the bars.</param>
internal sealed record TaskCells(TaskTable Table, int Width, IReadOnlyList<string> Cells)
{
    private const string Nothing = "–";
    private static readonly string[] Empty = ["", "-", Nothing, "—"];

    /// <summary>Where the issue stands; null for a table without such a column.</summary>
    public string? Issue => IssueColumn is { } column && column < Cells.Count && !Empty.Contains(Cells[column]) ? Cells[column] : null;

    /// <summary>A column whose name means nothing to us may hold the issues all the same.</summary>
    private int? IssueColumn => Table.Issue ?? (Cells.ToList().FindIndex(IsIssue) is var column and >= 0 ? column : null);

    /// <summary>Whether the issue stands in another column than the one for it: somebody changed the header and not the row, so nobody knows what its cells mean.</summary>
    private bool IsAstray => Issue is null && Cells.Any(IsIssue);

    public override string ToString() => $"| {string.Join(" | ", Cells)} |";

    /// <summary>A row for a table whose columns people chose.</summary>
    public static TaskCells New(TaskTable table, int width, TaskRow fresh)
    {
        var row = new TaskCells(table, width, [.. Enumerable.Repeat(Nothing, width)]).With(table.Task, Title(fresh.Task!));
        return row.With(table.Owner, Owner(fresh.Task!)).With(table.Priority, fresh.Task!.Priority).With(table.Due, Due(fresh.Task!))
            .With(table.Issue, fresh.Link is null ? null : Marked(fresh.Link, fresh.IsDone ?? false));
    }

    /// <summary>Cell by cell what people wrote, or, where they wrote nothing, the facts.</summary>
    /// <param name="last">As we last wrote it; null for a row that we did not.</param>
    public TaskCells Merge(TaskCells? last, TaskCells fresh)
    {
        var row = this;
        for (var column = 0; column < Cells.Count; column++)
        {
            var isTheirs = last is null || last.Cells.Count != Cells.Count || last.Cells[column] != Cells[column];
            var isMissing = column == Table.Issue && Issue is null;
            row = isTheirs && !isMissing ? row : row.With(column, fresh.Cells[column]);
        }

        return row;
    }

    /// <summary>Whether both have the same columns.</summary>
    public bool IsLike(TaskCells other) => Table == other.Table && Width == other.Width && Cells.Count == other.Cells.Count;

    /// <summary>The same for columns that people chose: what the facts say otherwise than before goes into the column for it, where people left what was there.</summary>
    public TaskCells Follow(IncidentTask there, TaskRow? last, TaskRow fresh)
    {
        var row = Issue is null && fresh.Link is { } link ? With(IssueColumn, Marked(link, fresh.IsDone ?? false)) : this;
        if (last?.Task is not { } then || fresh.Task is not { } now)
        {
            return row;
        }

        row = TaskKey.Of(there.Title) == TaskKey.Of(then.Title) && TaskKey.Of(now.Title) != TaskKey.Of(then.Title) ? row.With(Table.Task, Title(now)) : row;
        row = row.Follow(Table.Owner, Owner(there), Owner(then), Owner(now)).Follow(Table.Priority, there.Priority, then.Priority, now.Priority).Follow(Table.Due, Due(there), Due(then), Due(now));
        return row.Issue is { } issue && last.IsDone != fresh.IsDone && issue.EndsWith('✓') == (last.IsDone ?? false) ? row.With(IssueColumn, Marked(issue, fresh.IsDone ?? false)) : row;
    }

    public TaskRow Row(int line)
    {
        var link = Issue is { } cell && IssueLink.At(cell, 0) is { } end ? cell[..end] : null;
        return new(line, IsAstray ? "" : PlainText.Line(Table.Line([.. Cells.Select(each => Empty.Contains(each) ? "" : each)])), Issue, link is null ? null : IssueLink.Issue(link), null) { Table = Table };
    }

    private TaskCells Follow(int? column, string? there, string? then, string? now) =>
        then != now && string.Equals(there, then, StringComparison.OrdinalIgnoreCase) ? With(column, now) : this;

    /// <summary>What a row lacks at its end is empty.</summary>
    private TaskCells With(int? column, string? cell) => column is not { } at ? this
        : this with { Cells = [.. Enumerable.Range(0, Math.Max(Cells.Count, at + 1)).Select(i => i == at ? cell ?? Nothing : i < Cells.Count ? Cells[i] : "")] };

    private static bool IsIssue(string cell) => IssueLink.At(cell, 0) is { } end && cell[end..].Trim() is "" or "✓";

    private static string Marked(string link, bool isDone) => link.TrimEnd('✓', ' ') + (isDone ? " ✓" : "");

    private static string Title(IncidentTask task) => MarkdownText.EscapePipes(task.Title);

    private static string? Owner(IncidentTask task) => task.Owner is { } owner ? $"@{owner}" : null;

    private static string? Due(IncidentTask task) => task.Due is { } due ? LocalDatePattern.Iso.Format(due) : null;
}
