using NodaTime;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Entries in the hour that a clock change repeats or skips: said, not guessed silently.</summary>
internal static class ClockChange
{
    public static void Tell(WrittenTime? written, Moment? at, Incident incident, string text, ICollection<Problem> problems)
    {
        if (written is not { Time: { } time } || at is not { Instant: not null, Date: { } date })
        {
            return;
        }

        var zone = written.Zone?.Zone ?? incident.Zone;
        var mapping = zone.MapLocal((written.Date ?? date) + time);
        if (mapping.Count == 1)
        {
            return;
        }

        problems.Add(Problem.Warning(
            mapping.Count == 0 ? "time-skipped" : "time-ambiguous",
            $"The entry {Quoted.Code(text)}: on that day the clocks of {zone.Id} changed, and its time "
                + (mapping.Count == 0 ? "never was; it was moved on by the change." : "was twice; the first one was taken."),
            "Write the offset behind the time, for example `02:30 +01:00`.",
            incident.Record.Url));
    }
}
