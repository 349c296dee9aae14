using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Timelines;

/// <summary>Entries from the timeline field of the form.</summary>
internal static class FormEntries
{
    public static IEnumerable<TimelineEntry> Read(Incident incident, ICollection<Problem> problems)
    {
        var entries = new List<TimelineEntry>();
        var previous = (Instant?)null;
        var all = EntryReader.Read(incident.Answers[FieldIds.Timeline]?.Text ?? "");
        TellAmbiguous(all, incident.Record.Url, problems);
        foreach (var written in all)
        {
            var time = written.Time ?? Mention.In(written.Text);
            var at = time is null ? null : incident.Days.InList(time, previous);
            previous = at?.Instant ?? previous;
            TellClockChange(time, at, incident, written.Text, problems);
            var (kind, from, text) = KindReader.Read(written.Text, written.Label);
            entries.Add(new(at, written.Words(at, text), kind, from, incident.Record.Author, incident.Record.Url, EntryOrigin.Form));
        }

        return entries;
    }

    /// <summary>Of dates of which either number may be the month; once, as one slip makes many.</summary>
    public static void TellAmbiguous(IEnumerable<WrittenEntry> entries, string? place, ICollection<Problem> problems)
    {
        if (entries.FirstOrDefault(entry => entry.Time is { AmbiguousDate: true }) is { } first)
        {
            problems.Add(Problem.Warning(
                "date-ambiguous",
                $"In {Quoted.Code(first.Head)} in the timeline either number may be the month, so the entry has no time.",
                "Write the date as `2024-04-14`.",
                place));
        }
    }

    /// <summary>Of a time whose day was found.</summary>
    public static void TellClockChange(WrittenTime? written, Moment? at, Incident incident, string text, ICollection<Problem> problems)
    {
        if (written is { Time: { } time } && at is { Instant: not null, Date: { } date })
        {
            ClockChange.Tell((written.Date ?? date) + time, incident.Days.ZoneOf(written), $"the entry {Quoted.Code(text)}", incident.Record.Url, problems);
        }
    }
}
