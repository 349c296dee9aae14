using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reminders;

/// <summary><c>snooze until 2024-06-01</c>, on a line of its own in a comment on a follow-up.</summary>
public static class Snooze
{
    private const string Words = "snooze until";

    /// <summary>The day that the last such line names; null without one.</summary>
    public static LocalDate? In(string comment) => Days(comment).Select(TaskTags.Date).LastOrDefault(day => day is not null);

    /// <summary>What stands in the last such line in place of a day; null where it names one.</summary>
    public static string? Unreadable(string comment) => Days(comment).LastOrDefault() is { } last && TaskTags.Date(last) is null ? last : null;

    private static IEnumerable<string> Days(string comment) => PlainText.Clean(comment).Split('\n')
        .Select(line => line.Trim().TrimStart('/'))
        .Where(line => line.StartsWith(Words, StringComparison.OrdinalIgnoreCase) && line.Length > Words.Length && line[Words.Length] is ' ' or ':')
        .Select(line => line[Words.Length..].TrimStart(':', ' ').TrimEnd('.'))
        .Where(day => day.Length > 0);
}
