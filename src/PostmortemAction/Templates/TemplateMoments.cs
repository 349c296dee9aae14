using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Text;
using PostmortemAction.Core.Times;

namespace PostmortemAction.Templates;

/// <summary>What templates may do with moments, which reach them as ISO 8601 text.</summary>
internal static class TemplateMoments
{
    private static readonly OffsetDateTimePattern Full = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    /// <summary>The moment as the clocks of another zone show it; one that is known in part only stays as it is.</summary>
    public static string? InZone(string? moment, string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not { } there
            ? throw new TemplateException($"{Quoted.Code(zone)} is no time zone{Nearest.Behind(zone, DateTimeZoneProviders.Tzdb.Ids)}")
            : Known(moment) is { } instant ? Moment.At(instant, there).ToString() : moment;

    /// <summary>The time from one moment to another; null where one of them is not known.</summary>
    public static string? Elapsed(string? from, string? to) =>
        Known(from) is { } start && Known(to) is { } end ? Durations.Elapsed(end - start) : null;

    private static Instant? Known(string? moment) =>
        moment is not null && Full.Parse(moment) is { Success: true, Value: var known } ? known.ToInstant() : null;
}
