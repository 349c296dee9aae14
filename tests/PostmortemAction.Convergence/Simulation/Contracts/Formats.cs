using System.Globalization;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>Formats of texts, loosely: a mistake that one could make is caught.</summary>
internal static class Formats
{
    public static bool Fits(string format, string text) => format switch
    {
        "date-time" => text is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] && (text.EndsWith('Z') || text[^6] is '+' or '-')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => text.Contains("://", StringComparison.Ordinal) && !text.AsSpan().ContainsAny(" {}\n"),
        _ => true,
    };
}
