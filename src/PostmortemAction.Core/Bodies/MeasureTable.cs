using System.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Measures;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>The measures as a Markdown table: each with its formula and end points, or why it is not known.</summary>
public static class MeasureTable
{
    public static string Of(IEnumerable<Measure> measures)
    {
        var table = new StringBuilder("| Measure | Value | How |\n| --- | --- | --- |\n");
        var all = measures.ToList();
        foreach (var measure in all)
        {
            table.Append("| ").Append(measure.Title).Append(" | ").Append(Value(measure)).Append(" | ").Append(How(measure)).Append(Share(measure, all)).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    /// <summary>How much of the time to resolve went into misleading paths.</summary>
    public static string Share(Measure measure, IReadOnlyList<Measure> all) =>
        measure is { Name: "time_on_misleading_paths", Minutes: { } part } && all.FirstOrDefault(other => other.Name == "time_to_resolve")?.Minutes is { } whole and > 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero):0} % of the time to resolve")
            : "";

    public static string Value(Measure measure) => measure.Minutes is { } minutes ? Durations.Describe(minutes) : "not known";

    public static string How(Measure measure) => measure switch
    {
        { UnknownBecause: { } reason } => reason,
        { From: { } from, To: { } to } => $"`{measure.Formula}` = {Point(to)} − {Point(from)}",
        _ => $"`{measure.Formula}`",
    };

    private static string Point(Milestone milestone) => milestone.Moment.Describe() + milestone.Basis switch
    {
        MilestoneBasis.Timeline => " (timeline)",
        MilestoneBasis.Label => " (label)",
        _ => "",
    };
}
