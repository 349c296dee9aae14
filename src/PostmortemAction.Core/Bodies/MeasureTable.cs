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
        foreach (var measure in measures)
        {
            table.Append("| ").Append(measure.Title).Append(" | ").Append(Value(measure)).Append(" | ").Append(How(measure)).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

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
