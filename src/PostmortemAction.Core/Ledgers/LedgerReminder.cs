using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Ledgers;

/// <summary>The last reminder of a date.</summary>
/// <param name="Due">The date, as <c>2024-05-03</c>.</param>
/// <param name="On">The day on which it was sent.</param>
public sealed record LedgerReminder(string Due, string On)
{
    [JsonIgnore]
    public Reminder? Reminder => Date(Due) is { } due && Date(On) is { } on ? new(due, on) : null;

    public static LedgerReminder Of(Reminder reminder) => new(LocalDatePattern.Iso.Format(reminder.Due), LocalDatePattern.Iso.Format(reminder.On));

    private static LocalDate? Date(string? text) => LocalDatePattern.Iso.Parse(text ?? "") is { Success: true } date ? date.Value : null;
}
