using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.TaskLists;

/// <summary>
/// Brings the lists of tasks that people changed up to date, row by row, in whichever sections people keep them: a new row gets the link to its issue, a box shows what
/// its issue says, what nobody touched follows the facts. Everything that people wrote stays.
/// </summary>
internal sealed class TaskListMerge
{
    private static readonly Dictionary<string, string> NoNames = [];

    private readonly Dictionary<string, TaskSection> lists = [];
    private readonly Dictionary<TaskRow, TaskRow?> before = [];
    private readonly Dictionary<TaskRow, TaskRow?> now = [];

    /// <summary>What the incident brings anew, by the section of the document in which people keep its list.</summary>
    private readonly Dictionary<string, List<TaskRow>> added = [];

    /// <summary>The sections of the fresh document whose list people keep.</summary>
    private readonly HashSet<string> kept = [];

    /// <summary>In which section of its document a row of ours stands.</summary>
    private readonly Dictionary<TaskRow, (string Key, TaskSection Section)> ours = [];

    /// <param name="last">What we last wrote.</param>
    /// <param name="current">What is there.</param>
    /// <param name="fresh">What we would write.</param>
    public TaskListMerge(IReadOnlyList<DocumentSection> last, IReadOnlyList<DocumentSection> current, IReadOnlyList<DocumentSection> fresh)
    {
        var wanted = Rows(fresh, []);
        if (wanted.Count == 0)
        {
            return;
        }

        var keys = wanted.Select(row => ours[row].Key).ToHashSet();
        var old = Rows(last, keys);
        var issues = wanted.Concat(old).Select(row => row.Issue).OfType<IssueKey>().ToHashSet();
        var contents = last.ToDictionary(section => section.Key, section => section.Content);
        foreach (var section in current.Where(section => keys.Contains(section.Key) || contents.GetValueOrDefault(section.Key) != section.Content))
        {
            var tasks = new TaskSection(section.Text);
            if (tasks.Rows.Count > 0 && (keys.Contains(section.Key) || TaskSection.IsNamedSo(section, NoNames) || tasks.Rows.Any(row => row.Issue is { } issue && issues.Contains(issue))))
            {
                lists.Add(section.Key, tasks);
            }
        }

        // An issue may be spoken of elsewhere, too.
        List<TaskRow> rows = [.. lists.OrderBy(list => keys.Contains(list.Key) ? 0 : 1).SelectMany(list => list.Value.Rows)];
        Match(rows, wanted, now);
        Match(rows, old, before);
        var known = new Dictionary<TaskRow, TaskRow?>();
        Match(wanted, old, known);
        foreach (var key in keys)
        {
            if (HomeOf(key) is { } home)
            {
                kept.Add(key);
                added[home] = [.. added.GetValueOrDefault(home) ?? [], .. wanted.Where(row => ours[row].Key == key && known[row] is null && !now.ContainsValue(row))];
            }
        }
    }

    /// <summary>Whether people keep the list of a section that we would write, be it elsewhere.</summary>
    public bool IsKept(string key) => kept.Contains(key);

    /// <returns>Null where the section is no list of tasks, or one that nobody touched; then it is merged as a whole.</returns>
    public string? Of(DocumentSection section, bool isTouched)
    {
        if (!lists.TryGetValue(section.Key, out var there) || (!isTouched && !lists.Any(list => list.Key != section.Key && list.Value.Rows.Any(row => now[row] is not null))))
        {
            return null;
        }

        var lines = there.Lines.ToList<string?>();
        foreach (var row in there.Rows)
        {
            lines[row.Line] = now[row] is { } facts ? Line(there, row, before[row], facts)
                : before[row] is { } gone && gone.SaysSameAs(row) ? null
                : lines[row.Line];
        }

        var end = there.Rows[^1];
        var news = (added.GetValueOrDefault(section.Key) ?? []).Select(row => New(there, end, row));
        lines[end.Line] = string.Join('\n', lines[end.Line] is { } line ? [line, .. news] : news) is { Length: > 0 } text ? text : null;
        return string.Join('\n', lines.OfType<string>());
    }

    /// <summary>The rows of the sections that list tasks with their issues, or that are called so.</summary>
    private List<TaskRow> Rows(IReadOnlyList<DocumentSection> document, HashSet<string> keys)
    {
        var rows = new List<TaskRow>();
        foreach (var (section, tasks) in document.Select(section => (section, new TaskSection(section.Content))).Where(each => keys.Contains(each.section.Key) || each.Item2.Rows.Any(row => row.Link is not null)))
        {
            rows.AddRange(tasks.Rows);
            tasks.Rows.ToList().ForEach(row => ours[row] = (section.Key, tasks));
        }

        return rows;
    }

    /// <summary>Where people keep the list of a section of ours: below the same heading, else where the last of its rows stands. Null where they do not keep it.</summary>
    private string? HomeOf(string key) => lists.ContainsKey(key) ? key
        : lists.LastOrDefault(list => list.Value.Rows.Any(row => now[row] is { } facts && ours[facts].Key == key)).Key;

    private string Line(TaskSection there, TaskRow row, TaskRow? old, TaskRow facts)
    {
        var end = there.Lines[row.Line].EndsWith('\r') ? "\r" : "";
        var wanted = ours[facts].Section;
        if (there.Cells(row) is { } cells)
        {
            var merged = wanted.Cells(facts) is { } fresh && cells.IsLike(fresh) ? cells.Merge(old is null ? null : ours[old].Section.Cells(old), fresh) : cells.Follow(row.Task!, old, facts);
            return merged.Cells.SequenceEqual(cells.Cells) ? there.Lines[row.Line] : merged + end;
        }

        var item = there.Item(row)!;
        var isList = wanted.Item(facts) is not null;
        var isDone = isList ? facts.IsTicked : old?.IsDone == facts.IsDone ? null : facts.IsDone;
        var box = isDone is not { } isTicked || item.IsTicked == isTicked ? item.Box
            : isTicked ? "[x] "
            : item.Box.Length > 0 ? "[ ] " : "";
        var link = item.Link.Length > 0 || facts.Link is null ? item.Link : $"{facts.Link.TrimEnd('✓', ' ')} ";
        var words = old is not null && old.SaysSameAs(row) && !facts.SaysSameAs(row) ? wanted.Item(facts)?.Words ?? facts.Words : item.Words;
        return new TaskItem(item.Mark, box, link, words.TrimEnd('\r')) + end;
    }

    /// <summary>A row that the incident brings, as the rows above it are written.</summary>
    private string New(TaskSection there, TaskRow above, TaskRow fresh)
    {
        var wanted = ours[fresh].Section;
        return there.Cells(above) is { } cells
            ? wanted.Cells(fresh) is { } own && own.Table == cells.Table && own.Width == cells.Width ? wanted.Lines[fresh.Line] : TaskCells.New(cells.Table, cells.Width, fresh).ToString()
            : wanted.Item(fresh) is not null ? wanted.Lines[fresh.Line]
            : new TaskItem("- ", fresh.IsDone == true ? "[x] " : "[ ] ", fresh.Link is null ? "" : $"{fresh.Link.TrimEnd('✓', ' ')} ", fresh.Words).ToString();
    }

    /// <summary>For each row its other self: of the same issue, or else with the same words, or those beside which only one says more. None is taken twice.</summary>
    private static void Match(IReadOnlyList<TaskRow> rows, IReadOnlyList<TaskRow> others, Dictionary<TaskRow, TaskRow?> found)
    {
        var free = others.ToList();
        foreach (var row in rows)
        {
            found[row] = null;
        }

        Take((row, other) => row.Issue is { } issue && other.Issue == issue);
        Take((row, other) => (row.Issue is null || other.Issue is null) && (row.Names(other.Task) || other.Names(row.Task)));
        Take((row, other) => (row.Issue is null || other.Issue is null) && row.BareKey is { } key && other.BareKey == key);

        void Take(Func<TaskRow, TaskRow, bool> isSame)
        {
            foreach (var row in rows.Where(row => found[row] is null))
            {
                if (free.FirstOrDefault(other => isSame(row, other)) is { } other)
                {
                    found[row] = other;
                    free.Remove(other);
                }
            }
        }
    }
}
