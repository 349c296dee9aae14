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
        foreach (var (title, value, how) in Rows(measures))
        {
            table.Append("| ").Append(title).Append(" | ").Append(value).Append(" | ").Append(how).Append(" |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    /// <summary>What each row says. A reason is told once, and where no path was misleading nothing is.</summary>
    public static IEnumerable<(string Title, string Value, string How)> Rows(IEnumerable<Measure> measures)
    {
        var all = measures.ToList();
        var told = new HashSet<string>();
        foreach (var measure in all.Where(measure => measure is { Minutes: not null } or not { Name: "time_on_misleading_paths" }))
        {
            var how = measure.UnknownBecause is { } reason && !told.Add(reason) ? $"{reason.Split(':')[0].TrimEnd('.')}, see above." : How(measure);
            yield return (measure.Title, Value(measure), how + Share(measure, all));
        }
    }

    /// <summary>How much of the time to resolve went into misleading paths.</summary>
    private static string Share(Measure measure, IReadOnlyList<Measure> all) =>
        measure is { Name: "time_on_misleading_paths", Minutes: { } part } && all.FirstOrDefault(other => other.Name == "time_to_resolve")?.Minutes is { } whole and > 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero):0} % of the time to resolve")
            : "";

    public static string Value(Measure measure) => measure.Minutes is { } minutes ? Durations.Describe(minutes) : "not known";

    public static string How(Measure measure) => measure switch
    {
        { UnknownBecause: { } reason } => reason,
        { From: { } from, To: { } to } => $"`{measure.Formula}` = {Points(to, from)}",
        _ => $"`{measure.Formula}`",
    };

    /// <summary>The day and the zone once where both have the same.</summary>
    private static string Points(Milestone to, Milestone from) => (to.Moment.Describe().Split(' '), from.Moment.Describe().Split(' ')) switch
    {
        ([var day, var end, var zone], [var firstDay, var start, var firstZone]) when day == firstDay && zone == firstZone =>
            $"{day} {end}{Basis(to)} − {start}{Basis(from)} {zone}",
        _ => $"{to.Moment.Describe()}{Basis(to)} − {from.Moment.Describe()}{Basis(from)}",
    };

    private static string Basis(Milestone milestone) => milestone.Basis switch
    {
        MilestoneBasis.Timeline => " (timeline)",
        MilestoneBasis.Label => " (label)",
        _ => "",
    };
}
