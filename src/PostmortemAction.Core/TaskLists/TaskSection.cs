using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.TaskLists;

/// <summary>The tasks of a section, line by line.</summary>
internal sealed class TaskSection
{
    private readonly Dictionary<int, TaskItem> items = [];
    private readonly Dictionary<int, TaskCells> cells = [];

    public TaskSection(string text)
    {
        Lines = text.Split('\n');
        var bare = Lines.Select(line => line.TrimEnd('\r')).ToArray();
        var fenced = Fences.Inside(bare);
        TaskTable? table = null;
        var width = 0;
        for (var i = 0; i < bare.Length; i++)
        {
            var row = fenced[i] ? [] : TableCells.Of(bare[i]);
            if (row.Count == 0)
            {
                table = null;
                if (!fenced[i] && TaskItem.TryRead(bare[i], out var item))
                {
                    items[i] = item;
                }
            }
            else if (i + 1 < bare.Length && IsDelimiter(TableCells.Of(bare[i + 1])))
            {
                (table, width) = (TaskTable.Of(row), row.Count);
                i++;
            }
            else if (table is not null)
            {
                cells[i] = new(table, width, row);
            }
        }

        Rows = [.. items.Select(item => Row(item.Key, item.Value)).Concat(cells.Select(row => row.Value.Row(row.Key))).Where(row => row.Task is not null).OrderBy(row => row.Line)];
    }

    /// <summary>All of its lines; those of another system keep their carriage returns.</summary>
    public string[] Lines { get; }

    public IReadOnlyList<TaskRow> Rows { get; }

    public TaskItem? Item(TaskRow row) => items.GetValueOrDefault(row.Line);

    public TaskCells? Cells(TaskRow row) => cells.GetValueOrDefault(row.Line);

    /// <summary>Whether its heading says that tasks stand below it; a title says what happened, also one that begins with "Tasks".</summary>
    /// <param name="names">Further names of sections.</param>
    public static bool IsNamedSo(DocumentSection section, IReadOnlyDictionary<string, string> names) =>
        section.Level > 1 && NamedLine.Read(section.Key.Split('\n')[0], names)?.Id == FieldIds.Tasks;

    private static TaskRow Row(int line, TaskItem item) =>
        new(line, item.Words.Trim(), item.Link.Length == 0 ? null : item.Link.Trim(), item.Link.Length == 0 ? null : IssueLink.Issue(item.Link), item.IsTicked);

    private static bool IsDelimiter(IReadOnlyList<string> cells) => cells.Count > 0 && cells.All(cell => cell.Length > 0 && cell.All(c => c is '-' or ':'));
}
