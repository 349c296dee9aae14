using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Core.Incidents;

/// <summary>Finds the zone in which an incident's times are meant.</summary>
internal static class IncidentZone
{
    /// <summary>
    /// The zone that the stated times carry, else the one that the team chose, else the only one that the timeline names.
    /// A vendor's time in the timeline must not move the whole incident.
    /// </summary>
    public static DateTimeZone Of(Answers answers, RunSettings settings, string place, ICollection<Problem> problems)
    {
        string[] fields = [FieldIds.Started, FieldIds.Detected, FieldIds.Resolved, FieldIds.Duration, FieldIds.Summary];
        var prose = answers.IsForm ? "" : answers.Preamble;
        var stated = fields.Select(id => answers[id]?.Text ?? "").Append(prose).SelectMany(TimeScanner.All).Where(time => time.Time is not null).ToList();
        if (stated.FirstOrDefault(time => time.Zone is not null)?.Zone is { } zone)
        {
            return Settled(zone, settings, place, problems);
        }

        if (!answers.IsForm && fields.Select(id => answers[id]?.Text ?? "").Append(prose).SelectMany(text => text.Split('\n')).Where(IsAboutZone)
            .Select(TimeScanner.ZoneIn).FirstOrDefault(named => named is not null) is { } said)
        {
            return Settled(said, settings, place, problems);
        }

        var timeline = answers[FieldIds.Timeline]?.Text ?? "";
        var told = TimeScanner.All(timeline).Where(time => time.Time is not null).ToList();
        var zones = told.Select(time => time.Zone?.Zone).OfType<DateTimeZone>().Append(ZoneOfAll(timeline)).OfType<DateTimeZone>().Distinct().ToList();
        if (!settings.TimeZoneChosen && zones is [var only])
        {
            return only;
        }

        if (!settings.TimeZoneChosen && stated.Count + told.Count > 0)
        {
            problems.Add(Problem.Note(
                "zone-assumed",
                $"The times carry no zone; they were read as {settings.TimeZone.Id}.",
                "Write the zone behind a time (`10:00 UTC`), or set `time-zone` in the configuration.",
                place));
        }

        return settings.TimeZone;
    }

    /// <summary>An abbreviation of several zones is the team's own where that uses it; else its common reading, and that is said.</summary>
    private static DateTimeZone Settled(WrittenZone zone, RunSettings settings, string place, ICollection<Problem> problems)
    {
        if (!ZoneNames.IsAmbiguous(zone.Text))
        {
            return zone.Zone;
        }

        if (settings.TimeZoneChosen && ZoneNames.IsMeantBy(zone.Text, settings.TimeZone.Id))
        {
            return settings.TimeZone;
        }

        problems.Add(Problem.Note(
            "zone-ambiguous",
            $"{Quoted.Code(zone.Text)} means several zones; it was read as {zone.Zone.Id}.",
            "Write the offset (`10:00 +01:00`), or set `time-zone` in the configuration to the one you mean.",
            place));
        return zone.Zone;
    }

    /// <summary>"Timezone: WAT", "All times are in WAT."</summary>
    private static bool IsAboutZone(string line)
    {
        var fold = PlainText.Fold(line);
        return fold.Length <= 100 && (fold.Contains("timezone", StringComparison.Ordinal) || fold.Contains("time zone", StringComparison.Ordinal) || fold.Contains("all times", StringComparison.Ordinal));
    }

    /// <summary>"(all times in Pacific Time)", "All times in GMT+2": a zone before the first time of the timeline.</summary>
    private static DateTimeZone? ZoneOfAll(string timeline)
    {
        var first = TimeScanner.All(timeline).FirstOrDefault(time => time.Time is not null);
        return first is null ? null : TimeScanner.ZoneIn(timeline[..first.Start])?.Zone;
    }
}
