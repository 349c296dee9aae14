using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PostmortemAction.Core.Times;

/// <summary>
/// A point in time as far as it is known. On GitHub it is an instant; in a bare file the date or the year may be missing,
/// and then only what is known is kept and written: <c>T09:00</c> (no date), <c>--04-17T15:00</c> (no year).
/// </summary>
public sealed record Moment
{
    private static readonly OffsetDateTimePattern Full = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    private Moment(Instant? instant, int? year, AnnualDate? day, LocalTime? time, DateTimeZone zone) =>
        (Instant, Year, Day, Time, Zone) = (instant, year, day, time, zone);

    /// <summary>The exact instant; null while date or time is not known.</summary>
    public Instant? Instant { get; }

    public int? Year { get; }

    public AnnualDate? Day { get; }

    public LocalTime? Time { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The local date, when year and day are known.</summary>
    public LocalDate? Date => Year is { } year && Day is { } day ? day.InYear(year) : null;

    public static Moment At(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return new(instant, local.Year, new(local.Month, local.Day), local.TimeOfDay, zone);
    }

    /// <summary>A local time of a zone. In the hour that a clock change repeats it is the first; in the skipped one it is moved on.</summary>
    public static Moment At(LocalDateTime local, DateTimeZone zone) => At(zone.AtLeniently(local).ToInstant(), zone);

    /// <summary>What is known of a moment that no date or no time anchors.</summary>
    public static Moment Partial(int? year, AnnualDate? day, LocalTime? time, DateTimeZone zone) => new(null, year, day, time, zone);

    public Moment InZone(DateTimeZone zone) => Instant is { } instant ? At(instant, zone) : this;

    /// <summary>For people: <c>2024-04-14 10:00 UTC</c>, <c>2024-10-27 02:30 +01:00</c>; what is known in part stays as <see cref="ToString"/> has it.</summary>
    public string Describe() => Describe(ToString());

    /// <summary>The same from the written form.</summary>
    public static string Describe(string iso)
    {
        var isFull = iso.Length == "2024-04-14T10:00:00+00:00".Length;
        var offset = isFull ? iso[19..] : "";
        return isFull ? $"{iso[..10]} {iso[11..16]} {(offset == "+00:00" ? "UTC" : offset)}" : iso;
    }

    /// <summary>ISO 8601: with the zone's offset when the instant is known, else only the known parts.</summary>
    public override string ToString()
    {
        if (Instant is { } instant)
        {
            return Full.Format(instant.InZone(Zone).ToOffsetDateTime());
        }

        var day = (Year, Day) switch
        {
            ({ } year, { } date) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{date.Month:D2}-{date.Day:D2}"),
            (null, { } date) => string.Create(CultureInfo.InvariantCulture, $"--{date.Month:D2}-{date.Day:D2}"),
            _ => "",
        };
        return Time is { } time ? string.Create(CultureInfo.InvariantCulture, $"{day}T{time.Hour:D2}:{time.Minute:D2}") : day;
    }
}
