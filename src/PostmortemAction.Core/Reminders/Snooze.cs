using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reminders;

/// <summary><c>snooze until 2024-06-01</c>, on a line of its own in a comment on a follow-up.</summary>
public static class Snooze
{
    private const string Words = "snooze until ";

    /// <summary>The day that the last such line names; null without one.</summary>
    public static LocalDate? In(string comment) => PlainText.Clean(comment).Split('\n')
        .Select(line => line.Trim().TrimStart('/'))
        .Where(line => line.StartsWith(Words, StringComparison.OrdinalIgnoreCase))
        .Select(line => LocalDatePattern.Iso.Parse(line[Words.Length..].Trim().TrimEnd('.')))
        .LastOrDefault(date => date.Success)?.Value;
}
