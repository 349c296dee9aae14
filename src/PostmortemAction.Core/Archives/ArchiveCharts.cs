using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>
/// The statistics as Mermaid: https://mermaid.js.org/syntax/xyChart.html. It draws the bars of one chart over each other, so the first one is the
/// whole and each next one a part of it. It has no legend; ours stands below the chart. No words of people are in a chart.
/// </summary>
internal static class ArchiveCharts
{
    /// <summary>More names do not fit below one chart.</summary>
    private const int MostMonths = 12;
    private const int MostQuarters = 8;

    /// <summary>A bar of zero has a height too. In a colour of its own no month seems to have had what it did not have.</summary>
    private const string Base = "#57606a";

    /// <summary>The last months; null for fewer than two.</summary>
    public static string? ByMonth(ArchiveStatistics statistics)
    {
        if (statistics.Months.Count == 0)
        {
            return null;
        }

        var (first, last) = (statistics.Months[0].Month, statistics.Months[^1].Month);
        var months = Enumerable.Range(0, MostMonths).Select(back => last.PlusMonths(-back)).TakeWhile(month => month >= first).Reverse().ToList();
        if (months.Count < 2)
        {
            return null;
        }

        var counts = months.Select(month => statistics.Months.FirstOrDefault(each => each.Month == month)?.Counts).ToList();
        var groups = statistics.Severities.Select((name, place) => (Name: name, Place: place)).GroupBy(each => SeverityLook.Of(each.Name)).ToList();
        var stacks = Enumerable.Range(1, groups.Count).Reverse().Select(upTo => groups.Take(upTo).SelectMany(group => group).Select(each => each.Place).ToHashSet())
            .Select(places => counts.Select(count => places.Sum(place => (long)(count?[place] ?? 0))).ToList())
            .Append([.. months.Select(_ => 0L)]).ToList();
        var legend = groups.Select(group => $"{group.Key.Mark} {string.Join(", ", group.Select(each => MarkdownText.Escape(each.Name)))}");
        var title = months[0] == first ? "Incidents by month" : string.Create(CultureInfo.InvariantCulture, $"Incidents by month, the last {MostMonths} months");
        return Chart(title, "incidents", months.Select(YearMonthPattern.Iso.Format), groups.Select(group => group.Key.Colour).Reverse().Append(Base), stacks)
            + $"\n\n{string.Join(" · ", legend)} · the dark base is zero";
    }

    /// <summary>The last quarters of enough figures; null for fewer than two.</summary>
    public static string? ByQuarter(string title, IEnumerable<Sample> samples)
    {
        var enough = samples.Where(sample => sample.Count >= Sample.Enough).TakeLast(MostQuarters).ToList();
        return enough.Count < 2 ? null
            : Chart(title, "minutes", enough.Select(sample => sample.Quarter.ToString()), ["#9ec5f4", "#2f6fc4"], [[.. enough.Select(sample => sample.Ninety!.Value)], [.. enough.Select(sample => sample.Median!.Value)]])
                + $"\n\nDark: median; light: 90th percentile. Quarters with fewer than {Sample.Enough.ToString(CultureInfo.InvariantCulture)} figures are not drawn.";
    }

    /// <summary>Null for too few to draw.</summary>
    public static string? ByAge(FollowUpAges ages) => ages.Total < Sample.Enough ? null
        : Chart("Open follow-ups by age", "follow-ups", FollowUpAges.Names, ["#2f6fc4"], [[.. ages.Counts.Select(count => (long)count)]]);

    private static string Chart(string title, string unit, IEnumerable<string> names, IEnumerable<string> colours, List<List<long>> bars)
    {
        var most = Math.Max(1, bars[0].Max());
        var chart = new StringBuilder("```mermaid\n")
            .Append("%%{init: {\"xyChart\": {\"xAxis\": {\"labelFontSize\": 11}}, \"themeVariables\": {\"xyChart\": {\"plotColorPalette\": \"").AppendJoin(", ", colours).Append("\"}}}}%%\n")
            .Append("xychart-beta\n")
            .Append("    title \"").Append(title).Append("\"\n")
            .Append("    x-axis [").AppendJoin(", ", names.Select(name => $"\"{name}\"")).Append("]\n")
            .Append(CultureInfo.InvariantCulture, $"    y-axis \"{unit}\" 0 --> {most}\n");
        foreach (var bar in bars)
        {
            chart.Append("    bar [").AppendJoin(", ", bar.Select(value => value.ToString(CultureInfo.InvariantCulture))).Append("]\n");
        }

        return chart.Append("```").ToString();
    }
}
