using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace PostmortemAction.Core.Times;

/// <summary>The names that people write for time zones.</summary>
public static class ZoneNames
{
    /// <summary>
    /// Abbreviations in their common reading, as fixed offsets: who writes "EST" means that offset, also in summer.
    /// Source of the offsets: the tz database, https://www.iana.org/time-zones.
    /// </summary>
    private static readonly Dictionary<string, int> OffsetMinutes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0,
        ["WET"] = 0, ["WEST"] = 60, ["BST"] = 60,
        ["CET"] = 60, ["CEST"] = 120, ["EET"] = 120, ["EEST"] = 180, ["MSK"] = 180,
        ["WAT"] = 60, ["CAT"] = 120, ["SAST"] = 120, ["EAT"] = 180,
        ["IST"] = 330, ["JST"] = 540, ["AEST"] = 600, ["AEDT"] = 660,
        ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300,
        ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
    };

    /// <summary>Finds a zone by IANA name (<c>Europe/Berlin</c>) or abbreviation (<c>CEST</c>).</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out DateTimeZone? zone)
    {
        zone = OffsetMinutes.TryGetValue(name, out var minutes) ? Fixed(minutes)
            : name.Contains('/', StringComparison.Ordinal) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
            : null;
        return zone is not null;
    }

    /// <summary>A zone that is always this far from UTC; zero is UTC itself.</summary>
    public static DateTimeZone Fixed(int minutes) =>
        minutes == 0 ? DateTimeZone.Utc : DateTimeZone.ForOffset(Offset.FromSeconds(minutes * 60));
}
