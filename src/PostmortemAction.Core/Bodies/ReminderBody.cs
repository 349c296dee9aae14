using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Reminders;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>Comments that remind of a date: on a follow-up, and on the pull request of a postmortem.</summary>
public static class ReminderBody
{
    /// <param name="home">The repository of the follow-up; null for the incident's own.</param>
    /// <param name="assignees">Logins; only they are mentioned.</param>
    /// <param name="owner">Who is to do it by the task; null where it names nobody.</param>
    /// <param name="unreadable">What somebody wrote behind "snooze until" in place of a day.</param>
    public static string OfFollowUp(
        int incident, string? home, string key, Reminder reminder, IReadOnlyList<string> assignees, string? owner, RepositoryInfo repository, string? unreadable = null)
    {
        var who = assignees.Count == 0 ? $"Nobody is assigned{(owner is null ? "" : $", though {Quoted.Code(owner)} is to do it")}. This follow-up" : $"{string.Join(", ", assignees.Select(login => $"@{login}"))}, this follow-up";
        return $"{Marker(incident, key, reminder)}\n{who} of incident [{(home is null ? "" : repository.FullName)}#{Number(incident)}]({repository.IssueUrl(incident)}) {When(reminder)}\n\n"
            + "Close it when it is done, or as not planned when nobody is to do it. To hear of it later, comment `snooze until 2030-01-31` with your own date."
            + (unreadable is null ? "" : $" {Quoted.Code($"snooze until {unreadable}")} could not be read: it is no date that a calendar has.");
    }

    public static string OfPostmortem(int incident, Reminder reminder, RepositoryInfo repository) =>
        $"{Marker(incident, Plans.Marker.PullRequest, reminder)}\nThe postmortem of incident [#{Number(incident)}]({repository.IssueUrl(incident)}) {When(reminder)}\n\n"
        + "Merge it when it is good enough to learn from. What is missing stands above. This is said once.";

    /// <summary>The reminder of a marker; null where it is none.</summary>
    /// <param name="key">Whose: a task's key, or the pull request.</param>
    public static Reminder? Of(Marker marker, int incident, string key) =>
        marker["incident"] == Number(incident) && marker["of"] == key
            && LocalDatePattern.Iso.Parse(marker["due"] ?? "") is { Success: true, Value: var due } && LocalDatePattern.Iso.Parse(marker["on"] ?? "") is { Success: true, Value: var on }
            ? new(due, on) : null;

    private static string When(Reminder reminder)
    {
        var (due, days) = (LocalDatePattern.Iso.Format(reminder.Due), Period.DaysBetween(reminder.Due, reminder.On));
        return days switch
        {
            0 => $"is due today, on {due}.",
            -1 => $"is due tomorrow, on {due}.",
            < 0 => $"is due in {Words.Count(-days, "day", "days")}, on {due}.",
            _ => $"was due on {due}, {Words.Count(days, "day", "days")} ago.",
        };
    }

    private static Marker Marker(int incident, string key, Reminder reminder) => new(Plans.Marker.Reminder, new Dictionary<string, string>
    {
        ["incident"] = Number(incident),
        ["of"] = key,
        ["due"] = LocalDatePattern.Iso.Format(reminder.Due),
        ["on"] = LocalDatePattern.Iso.Format(reminder.On),
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
