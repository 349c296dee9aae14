using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>Finds the tags in the words of a task line: <c>@jun</c>, <c>due 2024-06-01</c>, <c>P1</c>, <c>#docs</c>, <c>acme/login</c>, in brackets or behind their names too.</summary>
internal static class TaskTags
{
    /// <summary>No date has more words: "due by 21 April 2026".</summary>
    private const int LongestDate = 4;

    private static readonly char[] Opening = ['(', '[', '*', '_'];
    private static readonly char[] Closing = [')', ']', '*', '_', ',', '.', ';', ':', '!'];
    private static readonly HashSet<char> Separators = ['·', '-', '–', '—', ',', ';', ':', '|', '*', '.'];
    private static readonly string[] Owners = ["owner:", "assignee:", "assigned to:", "who:"];
    private static readonly string[] Priorities = ["priority:", "prio:"];

    /// <param name="unreadable">Takes what stands where a date should.</param>
    public static List<TaskTag> In(IReadOnlyList<string> words, ICollection<string> unreadable)
    {
        var tags = new List<TaskTag>();
        var ticks = words.Sum(Ticks);
        var (hasCode, passed) = (ticks % 2 == 0, 0);
        for (var i = 0; i < words.Count;)
        {
            // What stands in code is code.
            var isCode = hasCode && (passed % 2 == 1 || words[i].StartsWith('`'));
            var tag = isCode ? null : Group(words, i) ?? One(words, i, unreadable);
            _ = tag is null ? passed += Ticks(words[i]) : 0;
            i = tag?.End ?? i + 1;
            tags.AddRange(tag is null ? [] : [tag]);
        }

        return tags;
    }

    /// <summary>A word that only stands between others.</summary>
    public static bool IsSeparator(string word) => word.All(Separators.Contains);

    /// <summary>The words from the first that is no separator on.</summary>
    public static string WithoutSeparators(string words) => string.Concat(words.SkipWhile(c => c == ' ' || Separators.Contains(c)));

    private static int Ticks(string word) => word.AsSpan().Count('`');

    /// <summary><c>(@jun, due 2024-06-01)</c>; null where anything else stands in the brackets too, or something twice.</summary>
    private static TaskTag? Group(IReadOnlyList<string> words, int start)
    {
        if (words[start][0] is not ('(' or '['))
        {
            return null;
        }

        var details = new List<TaskDetail>();
        var said = new TaskSaid();
        for (var i = start; i < words.Count && (i == start || words[i][0] is not ('(' or '['));)
        {
            if (One(words, i, []) is not { } tag)
            {
                if (!IsSeparator(words[i]))
                {
                    return null;
                }

                i++;
                continue;
            }

            details.AddRange(tag.Details);
            i = tag.End;
            if (!said.Take(tag.Details))
            {
                return null;
            }

            var end = words[i - 1].TrimEnd(',', '.', ';', ':', '!');
            if (end[^1] == (words[start][0] == '(' ? ')' : ']'))
            {
                return new(start, i, details, IsBracketed: true, IsNamed: false, words[i - 1].EndsWith(':'));
            }
        }

        return null;
    }

    private static TaskTag? One(IReadOnlyList<string> words, int i, ICollection<string> unreadable)
    {
        var name = words[i].TrimStart(Opening);
        if (Named(words, i, name, Owners, Owner) is { } owner)
        {
            return owner;
        }

        if (Named(words, i, name, Priorities, Priority) is { } priority)
        {
            return priority;
        }

        var detail = Owner(words[i]) ?? Priority(words[i]) ?? Label(words[i]) ?? Repository(words[i]);
        return detail is { } found ? new(i, i + 1, [found], IsBracketed: false, IsNamed: false, words[i].EndsWith(':')) : Due(words, i, name, unreadable);
    }

    /// <summary><c>owner: @jun</c>, <c>**Owner:** @jun</c>, <c>owner:@jun</c>.</summary>
    private static TaskTag? Named(IReadOnlyList<string> words, int i, string name, string[] names, Func<string, TaskDetail?> read)
    {
        var known = Array.Find(names, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        var rest = known is null ? "" : name[known.Length..].TrimStart('*', '_');
        return known is null ? null
            : rest.Length > 0 ? Tag(rest, i + 1)
            : i + 1 < words.Count ? Tag(words[i + 1], i + 2) : null;

        TaskTag? Tag(string word, int end) => read(word) is { } detail ? new(i, end, [detail], IsBracketed: false, IsNamed: true, EndsWithColon: false) : null;
    }

    private static TaskTag? Due(IReadOnlyList<string> words, int i, string name, ICollection<string> unreadable)
    {
        if (!name.StartsWith("due", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = name[3..].TrimStart('*', '_');
        var isNamed = rest.StartsWith(':');
        rest = rest.TrimStart(':').TrimStart('*', '_');
        var start = rest.Length > 0 ? i : i + 1;
        if ((rest.Length > 0 && !isNamed) || start >= words.Count)
        {
            return null;
        }

        rest = rest.Length > 0 ? rest : words[start].TrimStart(Opening);
        for (var count = 1; count <= LongestDate && start + count <= words.Count; count++)
        {
            var text = string.Join(' ', words.Skip(start + 1).Take(count - 1).Prepend(rest)).TrimEnd(Closing);
            if (Date(text) is { } date)
            {
                return new(i, start + count, [new(Due: date)], IsBracketed: false, isNamed, words[start + count - 1].EndsWith(':'));
            }
        }

        if ((isNamed && !NoAnswer.Is(rest.TrimEnd(Closing))) || rest is [>= '0' and <= '9', ..])
        {
            // What is named so goes on to the next mark, "due: end of April), then"; else its first word has the number.
            var end = start + 1;
            while (isNamed && end < words.Count && end < start + LongestDate && !Closing.Contains(words[end - 1][^1]))
            {
                end++;
            }

            unreadable.Add(string.Join(' ', words.Skip(start + 1).Take(end - start - 1).Prepend(rest)).TrimEnd(Closing));
        }

        return null;
    }

    /// <summary>The date that all of the text is; null for another text.</summary>
    public static LocalDate? Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } iso ? iso.Value
            : TimeScanner.AtHead(text) is { Time: null, Zone: null, Date: { } date } written && written.End == text.Length ? date : null;

    /// <summary>A package may be called like a team, so a team counts only where our own documents have it.</summary>
    private static TaskDetail? Owner(string word) => Account(word) is { } name && !name.Contains('/', StringComparison.Ordinal) ? new(Owner: name) : null;

    /// <summary>The login or team behind an @.</summary>
    public static string? Account(string word) => word.TrimStart(Opening).TrimEnd(Closing) is ['@', .. var name] && GitHubNames.IsOwner(name) ? name : null;

    private static TaskDetail? Priority(string word) => Bare(word) is ['P', >= '0' and <= '4'] priority ? new(Priority: priority) : null;

    /// <summary>A label begins with a letter, so that <c>#12</c> stays a reference.</summary>
    private static TaskDetail? Label(string word) =>
        Bare(word) is ['#', .. var name] && name.Length is > 0 and < 50 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':')
            ? new(Label: name) : null;

    /// <summary><c>owner/name</c> with a letter on both sides and at least one mark that words do not have: "and/or" is none.</summary>
    private static TaskDetail? Repository(string word) =>
        Bare(word) is { } bare && bare.Split('/') is [{ Length: > 1 and <= 39 } owner, { Length: > 1 and <= 100 } name]
        && owner.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && bare.Any(c => c is '-' or '_' || char.IsAsciiDigit(c)) && char.IsAsciiLetter(owner[0]) && char.IsAsciiLetter(name[0])
            ? new(Repository: bare) : null;

    private static string Bare(string word) => word.TrimStart(Opening).TrimEnd(Closing);
}
