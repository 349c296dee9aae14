using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.TaskLists;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Reads tasks: one per line or list item, with <c>@owner</c> and <c>due 2024-06-01</c> taken out of the title.</summary>
public static class TaskReader
{
    public static IReadOnlyList<IncidentTask> Read(IReadOnlyList<string> lines, string place, ICollection<Problem> problems)
    {
        var tasks = new List<IncidentTask>();
        var used = new Dictionary<string, int>();
        foreach (var line in lines)
        {
            var words = WithoutPrefix(line).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var owner = TakeOwner(words);
            var due = TakeDue(words, place, problems);
            var priority = Take(words, IsPriority);
            var repository = Take(words, IsRepository);
            var labels = new List<string>();
            while (Take(words, IsLabel) is { } label)
            {
                labels.Add(label[1..]);
            }

            var title = string.Join(' ', words).Replace("(, )", "", StringComparison.Ordinal).Replace("()", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim(' ', ',', ';', '-', '–', '—', '·');
            if (title.Length == 0)
            {
                continue;
            }

            var fold = PlainText.Fold(title);
            var copy = used[fold] = used.GetValueOrDefault(fold) + 1;
            tasks.Add(new(TaskKey.Of(title, copy), title, owner, due) { Priority = priority, Labels = labels, Repository = repository });
        }

        return tasks;
    }

    /// <summary>In a published postmortem a task begins with the link to its issue.</summary>
    private static string WithoutIssue(string line) =>
        line.StartsWith('[') && line.IndexOf("](", StringComparison.Ordinal) is > 2 and var middle && line.IndexOf(')', middle) is > 0 and var end
            && IssueLink.IsReference(line.AsSpan(1, middle - 1)) && line[(line.IndexOf('#', StringComparison.Ordinal) + 1)..middle].All(char.IsAsciiDigit) ? line[(end + 1)..].TrimStart() : line;

    /// <summary>Takes off <c>[ ]</c>, <c>[x]</c>, the issue, <c>Task 1:</c> and <c>1.</c> at the beginning.</summary>
    private static string WithoutPrefix(string line)
    {
        var text = WithoutIssue(line.StartsWith("[ ] ", StringComparison.Ordinal) || line.StartsWith("[x] ", StringComparison.OrdinalIgnoreCase) ? line[4..] : line);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isNumbered = colon > 0 && text[..colon].Split(' ') is [var word, var number]
            && word.Trim('*').Equals("task", StringComparison.OrdinalIgnoreCase) && number.Trim('*').All(char.IsAsciiDigit);
        return isNumbered ? text[(colon + 1)..].TrimStart('*', ' ') : text;
    }

    private static string? Take(List<string> words, Func<string, bool> matches)
    {
        var at = words.FindIndex(word => matches(word.Trim('(', ')', ',', '[', ']')));
        if (at < 0)
        {
            return null;
        }

        var word = words[at].Trim('(', ')', ',', '[', ']');
        words.RemoveAt(at);
        return word;
    }

    private static bool IsPriority(string word) => word is ['P', >= '0' and <= '4'];

    /// <summary>A label begins with a letter, so that <c>#12</c> stays a reference.</summary>
    private static bool IsLabel(string word) =>
        word.Length is > 1 and <= 50 && word[0] == '#' && char.IsAsciiLetter(word[1]) && word.Skip(2).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':');

    /// <summary><c>owner/name</c> with a letter on both sides and at least one mark that words do not have: "and/or" is none.</summary>
    private static bool IsRepository(string word) =>
        word.Split('/') is [{ Length: > 1 and <= 39 } owner, { Length: > 1 and <= 100 } name]
        && owner.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        && word.Any(c => c is '-' or '_' || char.IsAsciiDigit(c)) && char.IsAsciiLetter(owner[0]) && char.IsAsciiLetter(name[0]) && !name.Contains('.', StringComparison.Ordinal);

    private static string? TakeOwner(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            // A package may be called like a team, so a team counts only where our own documents have it.
            if (Owner(words[i]) is { } owner && (!owner.Contains('/', StringComparison.Ordinal) || (i > 0 && words[i - 1] == "·")))
            {
                words.RemoveAt(i);
                return owner;
            }
        }

        return null;
    }

    private static string? Owner(string word) =>
        word.Trim('(', ')', ',', '.', ';', ':', '[', ']') is ['@', .. var name] && GitHubNames.IsOwner(name) ? name : null;

    private static LocalDate? TakeDue(List<string> words, string place, ICollection<Problem> problems)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].TrimStart('(', '[');
            var (value, count) = word.StartsWith("due:", StringComparison.OrdinalIgnoreCase) && word.Length > 4 ? (word[4..], 1)
                : (word.Equals("due", StringComparison.OrdinalIgnoreCase) || word.Equals("due:", StringComparison.OrdinalIgnoreCase))
                    && i + 1 < words.Count ? (words[i + 1], 2)
                : ("", 0);
            value = value.TrimEnd(')', ']', ',', '.', ';');
            if (count == 0 || value.Length == 0 || !char.IsAsciiDigit(value[0]))
            {
                continue;
            }

            if (LocalDatePattern.Iso.Parse(value) is { Success: true } parsed)
            {
                words.RemoveRange(i, count);
                return parsed.Value;
            }

            problems.Add(Problem.Warning(
                "due-date-unreadable",
                $"The due date {Quoted.Code(value)} of the task {Quoted.Code(string.Join(' ', words))} is no date.",
                "Write it as `due 2024-06-01`.",
                place));
            return null;
        }

        return null;
    }
}
