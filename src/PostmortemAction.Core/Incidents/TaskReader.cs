using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.TaskLists;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Reads tasks: one per line or list item, with <c>@owner</c> and <c>due 2024-06-01</c> taken out of the title where they are no words of it.</summary>
public static class TaskReader
{
    /// <summary>So much of a line is read anew at most while something comes off it: more than enough for lines that people write, and what is made to take long does not.</summary>
    private const int MostReadAnew = 50_000;

    public static IReadOnlyList<IncidentTask> Read(IReadOnlyList<string> lines, string place, ICollection<Problem> problems)
    {
        var tasks = new List<IncidentTask>();
        var used = new Dictionary<string, int>();
        foreach (var line in lines)
        {
            var unreadable = new List<string>();
            var task = Words(line, unreadable);
            if (task.Title.Length == 0 || NoAnswer.Is(task.Title) || IsStruck(task.Title))
            {
                continue;
            }

            if (unreadable is [var date, ..])
            {
                problems.Add(Problem.Warning(
                    "due-date-unreadable",
                    $"The due date {Quoted.Code(date)} of the task {Quoted.Code(task.Title)} is no date.",
                    "Write it as `due 2024-06-01`.",
                    place));
            }

            var fold = PlainText.Fold(task.Title);
            var copy = used[fold] = used.GetValueOrDefault(fold) + 1;
            tasks.Add(new(TaskKey.Of(task.Title, copy), task.Title, task.Said.Owner, task.Said.Due)
            {
                Priority = task.Said.Priority,
                Labels = task.Said.Labels,
                Repository = task.Said.Repository,
                IsTicked = IsTicked(line),
            });
        }

        return tasks;
    }

    /// <summary>
    /// The words, read until nothing more comes off: "- - [x] Add an alert", pasted into a list, leaves a box behind its dash. What we write of a task reads as that
    /// task, or its row would be another one in each run.
    /// </summary>
    private static TaskWords Words(string line, ICollection<string> unreadable)
    {
        var words = new TaskWords(WithoutPrefix(line), unreadable);
        for (var (read, written) = (0, TaskLine.Of(words.Title, words.Said)); read < MostReadAnew; read += written.Length)
        {
            words = new TaskWords(WithoutPrefix(written), []);
            if (TaskLine.Of(words.Title, words.Said) is var again && again == written)
            {
                break;
            }

            written = again;
        }

        return words;
    }

    /// <summary>
    /// The key of what people see of a title, without anything that may say something else: whatever our encoder makes of "· * Add an alert", or a document that
    /// shows no priorities of "(P1) Add an alert".
    /// </summary>
    internal static string BareKey(string title)
    {
        for (var read = 0; read < MostReadAnew; read += title.Length)
        {
            // A link to an issue before the words is none of them; what is seen of it would be.
            var bare = new TaskWords(WithoutPrefix(title), []).Title;
            bare = TaskTags.WithoutSeparators(bare == title ? HeadingText.Of(MarkdownText.Line(title)) : bare);
            if (bare.Length == 0 || bare == title)
            {
                break;
            }

            title = bare;
        }

        return TaskKey.Of(title);
    }

    /// <summary>Whether all of it is crossed out.</summary>
    private static bool IsStruck(string title) =>
        title.Length > 4 && title.StartsWith("~~", StringComparison.Ordinal) && title.IndexOf("~~", 2, StringComparison.Ordinal) == title.Length - 2;

    internal static bool HasBox(string line) => line.StartsWith("[ ] ", StringComparison.Ordinal) || IsTicked(line);

    internal static bool IsTicked(string line) => line.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase);

    /// <summary>In a published postmortem a task begins with the link to its issue.</summary>
    private static string WithoutIssue(string line) =>
        line.StartsWith('[') && line.IndexOf("](", StringComparison.Ordinal) is > 2 and var middle && line.IndexOf(')', middle) is > 0 and var end
            && IssueLink.IsReference(line.AsSpan(1, middle - 1)) && line[(line.IndexOf('#', StringComparison.Ordinal) + 1)..middle].All(char.IsAsciiDigit) ? line[(end + 1)..].TrimStart() : line;

    /// <summary>Takes off <c>[ ]</c>, <c>[x]</c>, the issue, <c>Task 1:</c> and <c>1.</c> at the beginning.</summary>
    internal static string WithoutPrefix(string line)
    {
        var text = WithoutIssue(HasBox(line) ? line[4..] : line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isNumbered = colon > 0 && text[..colon].Split(' ') is [var word, var number]
            && word.Trim('*').Equals("task", StringComparison.OrdinalIgnoreCase) && number.Trim('*').All(char.IsAsciiDigit);
        return isNumbered ? text[(colon + 1)..].TrimStart('*', ' ') : text;
    }
}
