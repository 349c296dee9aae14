using NodaTime;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>
/// The lines of a list of tasks, as <see cref="TaskReader"/> takes them. Below an announcement ("Add alerts:") each item is a task that begins with its words.
/// Below a task stand its details, but for those that are tasks themselves: with an owner, a date or a box.
/// </summary>
public static class TaskLines
{
    /// <summary>So much of an announcement goes before its items.</summary>
    private const int LongestPrefix = 120;

    private const int LongestName = 20;

    /// <param name="isProse">Whether the text is of a document written freely; else it is one answer of a form.</param>
    public static IReadOnlyList<string> Of(string? text, bool isProse = false)
    {
        var lines = new List<string>();
        foreach (var line in ListReader.Lines(Fences.Inner(text), isProse))
        {
            Add(line, "", null, null, lines);
        }

        return lines;
    }

    /// <param name="before">The announcement above it, with its colon.</param>
    /// <param name="owner">Who all below the announcement belongs to.</param>
    private static void Add(ListLine line, string before, string? owner, LocalDate? due, List<string> lines)
    {
        var further = line.Further.TakeWhile(words => !IsNamed(words)).ToList();
        var details = line.Further.Skip(further.Count).ToList();
        var whole = string.Join(' ', further.Prepend(line.Text));
        if (before.Length == 0 && details.Count == 0 && line.Below.Count == 0)
        {
            lines.Add(whole);
            return;
        }

        var words = new TaskWords(TaskReader.WithoutPrefix(whole), []);
        var title = words.Title.TrimEnd(':', ' ');
        var below = $"{PlainText.Cut(before + title, LongestPrefix)}: ";
        (owner, due) = (words.Said.Owner ?? owner, words.Said.Due ?? due);
        if (whole.EndsWith(':') && line.Below.Count > 0)
        {
            foreach (var item in line.Below)
            {
                Add(item, below, owner, due, lines);
            }

            return;
        }

        details.AddRange(line.Below.Where(item => !IsTask(item)).Select(item => item.Whole));
        var box = TaskReader.HasBox(line.Text) ? line.Text[..4] : "";
        lines.Add(box + TaskLine.Of(new("", string.Join(" – ", details.Prepend(before + title)), owner, due)
        {
            Priority = words.Said.Priority,
            Labels = words.Said.Labels,
            Repository = words.Said.Repository,
        }));
        foreach (var item in line.Below.Where(IsTask))
        {
            Add(item, below, null, null, lines);
        }
    }

    private static bool IsTask(ListLine line) =>
        TaskReader.HasBox(line.Text) || line.Text.EndsWith(':') || line.Below.Any(IsTask) || new TaskWords(TaskReader.WithoutPrefix(line.Text), []).Said is { Owner: not null } or { Due: not null };

    /// <summary>"Details: the stage must run ten minutes".</summary>
    private static bool IsNamed(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 1 and <= LongestName and var colon && char.IsUpper(line[0]) && colon + 1 < line.Length && line[colon + 1] == ' ' && line.AsSpan(0, colon).Count(' ') < 2;
}
