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
    /// <param name="filed">When the incident was filed: about when the stated times are, where they name no date.</param>
    public static DateTimeZone Of(Answers answers, RunSettings settings, Instant? filed, string place, ICollection<Problem> problems)
    {
        var unknown = Unknown(answers);
        var zone = Of(answers, settings, filed, place, problems, isUnknown: unknown is not null);
        if (unknown is not null)
        {
            problems.Add(Problem.Warning(
                "zone-unknown",
                $"{Quoted.Code(unknown)} is no zone that we know; the time was read as {zone.Id}.",
                "Write the offset behind the time (`10:00 +01:00`), or set `time-zone` in the configuration to a name such as `Europe/Berlin`.",
                place));
        }

        return zone;
    }

    private static DateTimeZone Of(Answers answers, RunSettings settings, Instant? filed, string place, ICollection<Problem> problems, bool isUnknown)
    {
        string[] fields = [FieldIds.Started, FieldIds.Detected, FieldIds.Resolved, FieldIds.Duration, FieldIds.Summary];
        var prose = answers.IsForm ? "" : answers.Preamble;
        var stated = fields.Select(id => answers[id]?.Text ?? "").Append(prose).SelectMany(TimeScanner.All).Where(time => time.Time is not null).ToList();
        if (stated.FirstOrDefault(time => time.Zone is not null) is { Zone: { } zone } first)
        {
            return IsSeason(zone, first.Date is { } date ? zone.Zone.AtLeniently(date + first.Time!.Value).ToInstant() : filed, settings)
                ? settings.TimeZone : Settled(zone, settings, place, problems);
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

        if (!settings.TimeZoneChosen && !isUnknown && stated.Count + told.Count > 0)
        {
            problems.Add(Problem.Note(
                "zone-assumed",
                $"The times carry no zone; they were read as {settings.TimeZone.Id}.",
                "Write the zone behind a time (`10:00 UTC`), or set `time-zone` in the configuration.",
                place));
        }

        return settings.TimeZone;
    }

    /// <summary>
    /// A word in the place of a zone that is none: in a field where nothing follows it, in a timeline where it stands behind every time.
    /// </summary>
    private static string? Unknown(Answers answers)
    {
        string[] fields = [FieldIds.Started, FieldIds.Detected, FieldIds.Resolved, FieldIds.Duration];
        var timeline = answers[FieldIds.Timeline]?.Text ?? "";
        var told = TimeScanner.UnknownZones(timeline);
        return fields.Select(id => answers[id]?.Text ?? "").SelectMany(TimeScanner.UnknownZones).Where(zone => zone.Ends).Select(zone => zone.Name).FirstOrDefault()
            ?? (told.Count > 1 && told.All(zone => zone.Name == told[0].Name && IsLikeZone(zone.Name)) && told.Count == TimeScanner.All(timeline).Count(time => time.Time is not null) ? told[0].Name : null);
    }

    /// <summary>Abbreviations of zones end in T for time, or Z in German; "DNS" and "API" do not.</summary>
    private static bool IsLikeZone(string name) => name[^1] is 'T' or 'Z' || name.EndsWith(" time", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a name or an offset is what the team's own zone has at that time: "EDT" and "-04:00" in New York in summer. Then the other times change with its clocks.
    /// </summary>
    private static bool IsSeason(WrittenZone zone, Instant? at, RunSettings settings) =>
        settings.TimeZoneChosen && at is { } instant && settings.TimeZone.GetZoneInterval(instant) is var season && season.WallOffset == zone.Zone.GetUtcOffset(instant)
        && (zone.Text[0] is '+' or '-' or '−' || ZoneNames.AreSame(zone.Text, season.Name));

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
