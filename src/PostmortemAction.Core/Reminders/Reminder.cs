using NodaTime;

namespace PostmortemAction.Core.Reminders;

/// <summary>A reminder that was sent.</summary>
/// <param name="Due">The date that it was about.</param>
/// <param name="On">The day on which it was sent.</param>
public sealed record Reminder(LocalDate Due, LocalDate On);
