using PostmortemAction.Core.Documents;

namespace PostmortemAction.Core.TaskLists;

/// <summary>
/// Brings a list of tasks that people changed up to date, row by row: a new row gets the link to its issue, a box shows what its issue says, what
/// nobody touched follows the facts. Everything that people wrote stays.
/// </summary>
internal static class TaskListMerge
{
    /// <returns>Null where the sections are no lists of tasks; then they are merged as a whole.</returns>
    public static string? Of(string? last, string current, string fresh)
    {
        var (before, there, wanted) = (new TaskSection(last ?? ""), new TaskSection(current), new TaskSection(fresh));
        if (there.Rows.Count == 0 || !wanted.Rows.Any(row => row.Link is not null))
        {
            return null;
        }

        var lines = there.Lines.ToList<string?>();
        var (old, now) = (Match(there.Rows, before.Rows), Match(there.Rows, wanted.Rows));
        for (var i = 0; i < there.Rows.Count; i++)
        {
            var row = there.Rows[i];
            lines[row.Line] = now[i] is { } facts ? Line(there, row, before, old[i], wanted, facts)
                : old[i] is { } gone && gone.SaysSameAs(row) ? null
                : lines[row.Line];
        }

        var isTable = there.Cells(there.Rows[^1]) is not null;
        var known = Match(wanted.Rows, before.Rows);
        var added = wanted.Rows.Where((row, i) => !now.Contains(row) && known[i] is null && wanted.Cells(row) is not null == isTable).Select(row => wanted.Lines[row.Line]).ToList();
        lines[there.Rows[^1].Line] = string.Join('\n', lines[there.Rows[^1].Line] is { } end ? [end, .. added] : added) is { Length: > 0 } text ? text : null;
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Line(TaskSection there, TaskRow row, TaskSection before, TaskRow? old, TaskSection wanted, TaskRow now)
    {
        var end = there.Lines[row.Line].EndsWith('\r') ? "\r" : "";
        if (there.Cells(row) is { } cells)
        {
            return wanted.Cells(now) is { } facts && cells.Merge(old is null ? null : before.Cells(old), facts) is var merged && merged != cells && !merged.Cells.SequenceEqual(cells.Cells)
                ? merged + end : there.Lines[row.Line];
        }

        var item = there.Item(row)!;
        var box = now.IsTicked is not { } isTicked || item.IsTicked == isTicked ? item.Box
            : isTicked ? "[x] "
            : item.Box.Length > 0 ? "[ ] " : "";
        var link = item.Link.Length > 0 || now.Link is null ? item.Link : $"{now.Link} ";
        var words = old is not null && old.SaysSameAs(row) && !now.SaysSameAs(row) && wanted.Item(now) is { } said ? said.Words : item.Words;
        return new TaskItem(item.Mark, box, link, words.TrimEnd('\r')) + end;
    }

    /// <summary>For each row its other self: of the same issue, or else with the same words. None is taken twice.</summary>
    private static TaskRow?[] Match(IReadOnlyList<TaskRow> rows, IReadOnlyList<TaskRow> others)
    {
        var free = others.ToList();
        var found = new TaskRow?[rows.Count];
        Take((row, other) => row.Issue is { } issue && other.Issue == issue);
        Take((row, other) => (row.Issue is null || other.Issue is null) && (row.Names(other.Task) || other.Names(row.Task)));
        return found;

        void Take(Func<TaskRow, TaskRow, bool> isSame)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (found[i] is null && free.FirstOrDefault(other => isSame(rows[i], other)) is { } other)
                {
                    found[i] = other;
                    free.Remove(other);
                }
            }
        }
    }
}
