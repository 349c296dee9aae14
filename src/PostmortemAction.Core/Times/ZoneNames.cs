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
        ["MEZ"] = 60, ["MESZ"] = 120, ["TRT"] = 180,
        ["WAT"] = 60, ["CAT"] = 120, ["SAST"] = 120, ["EAT"] = 180,
        ["PKT"] = 300, ["IST"] = 330, ["NPT"] = 345, ["WIB"] = 420, ["WITA"] = 480, ["SGT"] = 480, ["HKT"] = 480, ["JST"] = 540, ["KST"] = 540,
        ["AWST"] = 480, ["ACST"] = 570, ["ACDT"] = 630, ["AEST"] = 600, ["AEDT"] = 660, ["NZST"] = 720, ["NZDT"] = 780,
        ["BRT"] = -180, ["AKST"] = -540, ["AKDT"] = -480, ["HST"] = -600,
        ["EST"] = -300, ["EDT"] = -240, ["CST"] = -360, ["CDT"] = -300,
        ["MST"] = -420, ["MDT"] = -360, ["PST"] = -480, ["PDT"] = -420,
    };

    /// <summary>Abbreviations without "standard" or "daylight": a region's time, which changes with its clocks.</summary>
    private static readonly Dictionary<string, string> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PT"] = "America/Los_Angeles", ["MT"] = "America/Denver", ["CT"] = "America/Chicago", ["ET"] = "America/New_York",
    };

    /// <summary>Zones in words; a region's time changes with its clocks.</summary>
    private static readonly Dictionary<string, string> Phrases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Pacific Time"] = "America/Los_Angeles", ["Mountain Time"] = "America/Denver", ["Central Time"] = "America/Chicago", ["Eastern Time"] = "America/New_York",
        ["Pacific Standard Time"] = "PST", ["Pacific Daylight Time"] = "PDT", ["Eastern Standard Time"] = "EST", ["Eastern Daylight Time"] = "EDT",
        ["Central Standard Time"] = "CST", ["Central Daylight Time"] = "CDT", ["Mountain Standard Time"] = "MST", ["Mountain Daylight Time"] = "MDT",
        ["Greenwich Mean Time"] = "GMT", ["Coordinated Universal Time"] = "UTC", ["Universal Time"] = "UTC", ["Universal Time Coordinated"] = "UTC",
        ["West Africa Time"] = "WAT", ["West African Time"] = "WAT", ["East Africa Time"] = "EAT", ["East African Time"] = "EAT", ["Central Africa Time"] = "CAT",
        ["Central African Time"] = "CAT", ["South African Standard Time"] = "SAST", ["South Africa Standard Time"] = "SAST",
        ["Central European Time"] = "Europe/Berlin", ["Central European Summer Time"] = "CEST", ["British Summer Time"] = "BST",
        ["Indian Standard Time"] = "IST", ["India Standard Time"] = "IST", ["Japan Standard Time"] = "JST",
    };

    /// <summary>Abbreviations that mean different zones, and the regions for which each is right.</summary>
    private static readonly Dictionary<string, string[]> Ambiguous = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IST"] = ["Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"],
        ["CST"] = ["America/Chicago", "Asia/Shanghai", "America/Havana"],
        ["BST"] = ["Europe/London", "Asia/Dhaka"],
    };

    /// <summary>Whether an abbreviation means several zones.</summary>
    public static bool IsAmbiguous(string name) => Ambiguous.ContainsKey(name);

    /// <summary>The zone that a team means by an ambiguous abbreviation: its own, where it uses that one.</summary>
    public static bool IsMeantBy(string name, string zoneId) => Ambiguous.TryGetValue(name, out var regions) && regions.Contains(zoneId);

    /// <summary>Whether two abbreviations name the same time, also one in German.</summary>
    public static bool AreSame(string one, string other) => English(one).Equals(English(other), StringComparison.OrdinalIgnoreCase);

    private static string English(string name) => name.ToUpperInvariant() switch { "MEZ" => "CET", "MESZ" => "CEST", var same => same };

    /// <summary>The zone of words such as "Pacific Time"; null for other words.</summary>
    public static DateTimeZone? OfPhrase(string words) =>
        Phrases.TryGetValue(words, out var name) && TryFind(name, out var zone) ? zone : null;

    /// <summary>Finds a zone by IANA name (<c>Europe/Berlin</c>) or abbreviation (<c>CEST</c>).</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out DateTimeZone? zone)
    {
        zone = OffsetMinutes.TryGetValue(name, out var minutes) ? Fixed(minutes)
            : Regions.GetValueOrDefault(name, name) is var id && id.Contains('/', StringComparison.Ordinal) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
            : null;
        return zone is not null;
    }

    /// <summary>A zone that is always this far from UTC; zero is UTC itself.</summary>
    public static DateTimeZone Fixed(int minutes) =>
        minutes == 0 ? DateTimeZone.Utc : DateTimeZone.ForOffset(Offset.FromSeconds(minutes * 60));
}
