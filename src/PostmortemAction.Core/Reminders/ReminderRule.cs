using NodaTime;

namespace PostmortemAction.Core.Reminders;

/// <summary>When somebody is reminded: once before a date, once behind it, then once a week. Another date begins anew.</summary>
public static class ReminderRule
{
    /// <summary>So many days before the date.</summary>
    public const int DaysBefore = 2;

    private const int DaysBetween = 7;

    /// <summary>Whether there may be something to remind of on a day.</summary>
    public static bool IsNear(LocalDate due, LocalDate today) => today >= due.PlusDays(-DaysBefore);

    /// <summary>Whether one more is to be sent today.</summary>
    /// <param name="sent">All that were sent, in any order.</param>
    /// <param name="snoozed">The day until which somebody asked for silence.</param>
    public static bool IsWanted(LocalDate due, LocalDate today, IEnumerable<Reminder> sent, LocalDate? snoozed)
    {
        if (!IsNear(due, today) || today < snoozed)
        {
            return false;
        }

        var days = sent.Where(reminder => reminder.Due == due).Select(reminder => reminder.On).ToList();
        return today <= due ? days.Count == 0 : days.Where(day => day > due).DefaultIfEmpty(LocalDate.MinIsoValue).Max() is var last
            && (last == LocalDate.MinIsoValue || today >= last.PlusDays(DaysBetween));
    }
}
