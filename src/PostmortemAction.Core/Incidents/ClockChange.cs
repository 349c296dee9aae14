using NodaTime;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Incidents;

/// <summary>Times in the hour that a clock change repeats or skips: said, not guessed silently.</summary>
internal static class ClockChange
{
    /// <param name="what">What carries the time, with people's words quoted.</param>
    public static void Tell(LocalDateTime local, DateTimeZone zone, string what, string place, ICollection<Problem> problems)
    {
        var mapping = zone.MapLocal(local);
        if (mapping.Count == 1)
        {
            return;
        }

        problems.Add(Problem.Warning(
            mapping.Count == 0 ? "time-skipped" : "time-ambiguous",
            $"On that day the clocks of {zone.Id} changed: the time of {what} "
                + (mapping.Count == 0 ? "never was; it was moved on by the change." : "was twice; the first one was taken."),
            "Write the offset behind the time, for example `02:30 +01:00`.",
            place));
    }
}
