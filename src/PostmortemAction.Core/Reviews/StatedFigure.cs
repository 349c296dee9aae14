using System.Globalization;
using PostmortemAction.Core.Measures;

namespace PostmortemAction.Core.Reviews;

/// <summary>The figures of our own metadata and table of measures, as a document states them.</summary>
internal static class StatedFigure
{
    /// <summary>Measures that a document tells whole: of the others part is known only from the incident.</summary>
    public static readonly IReadOnlyList<string> Whole = ["duration", "time_to_detect", "time_to_resolve"];

    /// <returns>In minutes; null where the line does not state that measure.</returns>
    public static long? Of(ReadDocument document, int line, Measure measure) => document.Fenced[line] ? null
        : Minutes(line < document.Head ? After(document.Lines[line], $"{measure.Name}_minutes:") : After(document.Lines[line], $"| {measure.Title} |"));

    /// <summary>What a row of the table says, on one line and without spaces that do not break.</summary>
    public static string? Cell(ReadDocument document, int line, string title) =>
        line < document.Head || document.Fenced[line] ? null : After(document.Lines[line], $"| {title} |")?.Split('|')[0].Replace('\u00A0', ' ').Trim();

    /// <summary>What the metadata says of a key.</summary>
    public static string? Value(ReadDocument document, int line, string key) =>
        line < document.Head ? After(document.Lines[line], $"{key}:")?.Trim(' ', '"', '\'') : null;

    private static string? After(string line, string head) => line.StartsWith(head, StringComparison.OrdinalIgnoreCase) ? line[head.Length..] : null;

    /// <summary><c>120 min (2 h)</c>, whose spaces do not break in our tables, or as the metadata has it: <c>120</c>.</summary>
    private static long? Minutes(string? figure) =>
        figure?.Split(['|', '('])[0].Replace('\u00A0', ' ').Replace(" min", "", StringComparison.Ordinal).Trim(' ', '"', '\'') is { } number
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
}
