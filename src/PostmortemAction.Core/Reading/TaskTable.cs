using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>A table of tasks: which column says what is to be done, who does it, by when, how urgent it is and where its issue is. A status counts where it says that all is done; other columns are left out.</summary>
internal sealed record TaskTable(int Task, int? Owner, int? Due, int? Priority, int? Issue, int? Status)
{
    private static readonly string[] Tasks = ["action item", "action items", "action", "task", "tasks", "todo", "to do", "item", "improvement", "improvements", "measure", "follow-up", "what"];
    private static readonly string[] Owners = ["owner", "assignee", "assigned to", "responsible", "who", "team"];
    private static readonly string[] Dues = ["due", "due date", "deadline", "by", "eta", "target date"];
    private static readonly string[] Priorities = ["priority", "prio"];
    private static readonly string[] Issues = ["bug", "issue", "ticket", "tracking issue", "tracking bug", "github issue"];
    private static readonly string[] Statuses = ["status", "state", "done", "done?"];
    private static readonly string[] Done = ["done", "closed", "complete", "completed", "finished", "fixed", "resolved", "yes", "x", "[x]", "✅", "✔", "✔️", "☑", "☑️"];
    private static readonly string[] Times = ["time", "when", "timestamp", "at", "date", "date/time", "hour"];

    /// <summary>Null for a table that is none: without such a column, or with a column of times.</summary>
    public static TaskTable? Of(IReadOnlyList<string> header)
    {
        var names = header.Select(name => PlainText.Fold(name).Trim('*', '_', ':', ' ')).ToList();
        var task = names.FindIndex(Tasks.Contains);
        return task < 0 || names.Any(name => Times.Any(time => name == time || name.StartsWith(time + " ", StringComparison.Ordinal))) ? null
            : new(task, Column(names, Owners), Column(names, Dues), Column(names, Priorities), Column(names, Issues), Column(names, Statuses));
    }

    /// <summary>The row as a task line: what, <c>@login</c>, <c>P1</c> and <c>due 2024-06-01</c>. What is no login, level or date stays in words.</summary>
    public string Line(IReadOnlyList<string> cells)
    {
        if (Task >= cells.Count || cells[Task].Length == 0)
        {
            return "";
        }

        var owners = Cell(cells, Owner).Split(' ', 2, StringSplitOptions.TrimEntries);
        var login = owners[0].TrimEnd(',', ';') is ['@', .. var name] && GitHubNames.IsOwner(name) ? name : null;
        var others = login is null ? Cell(cells, Owner) : (owners.ElementAtOrDefault(1) ?? "").TrimStart('/', '&', '+', ',', ' ');
        var done = Done.Contains(PlainText.Fold(Cell(cells, Status)).Trim('*', '_', '.', '!')) ? "[x] " : "";
        var date = Cell(cells, Due) is var text && text.StartsWith("due ", StringComparison.OrdinalIgnoreCase) ? text[4..].Trim() : text;
        var due = TaskTags.Date(date);
        var priority = Cell(cells, Priority);
        var isLevel = priority is ['P', >= '0' and <= '4'];
        string?[] words = [others, isLevel ? null : priority, due is null && date.Length > 0 ? $"due: {date}" : null];
        var said = string.Join(", ", words.Where(word => word?.Length > 0));
        return done + cells[Task] + (said.Length > 0 ? $" ({said})" : "") + (login is null ? "" : $" · @{login}") + (isLevel ? $" · {priority}" : "")
            + (due is { } day ? $" · due {LocalDatePattern.Iso.Format(day)}" : "");
    }

    private static int? Column(List<string> names, string[] known) => names.FindIndex(known.Contains) is var index and >= 0 ? index : null;

    private static string Cell(IReadOnlyList<string> cells, int? column) => column is { } index && index < cells.Count && !NoAnswer.Is(cells[index]) ? cells[index] : "";
}
