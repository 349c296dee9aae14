using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Text;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Archives;

/// <summary>Prints an archive for people: in colour on a terminal, plain elsewhere.</summary>
internal static class ReportScreen
{
    private const int LongestBar = 40;
    private const int LongestCell = 60;

    public static void Print(Archive archive, IAnsiConsole console)
    {
        var statistics = ArchiveStatistics.Of(archive);
        console.WriteLine(Words.Count(archive.Rows.Count, "postmortem", "postmortems")
            + (archive.Since is { } since ? string.Create(CultureInfo.InvariantCulture, $" since {LocalDatePattern.Iso.Format(since)}; {archive.LeftOut} older or without a date") : ""));
        console.WriteLine();
        PrintRows(archive, console);
        PrintMonths(statistics, console);
        PrintFigures(ArchiveColumns.Duration, statistics.Durations, console);
        PrintFigures(ArchiveColumns.Detect, statistics.Detections, console);
        PrintAges(statistics.OpenFollowUps, console);
        foreach (var excluded in statistics.Excluded)
        {
            console.WriteLine($"Not counted in {excluded.Statistic}: {Words.Count(excluded.Paths.Count, "document", "documents")}, {excluded.Reason}");
        }

        console.WriteLine();
        foreach (var (term, meaning) in ArchiveStatistics.Definitions)
        {
            console.MarkupLine($"[bold]{Markup.Escape(term)}[/]  {Markup.Escape(meaning.Replace("`", "", StringComparison.Ordinal))}");
        }

        console.WriteLine();
        PreviewReport.Print(archive.Problems, console);
    }

    private static void PrintRows(Archive archive, IAnsiConsole console)
    {
        if (archive.Rows.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns([.. ArchiveColumns.All.Select(name => new TableColumn(name))]);
        foreach (var row in archive.Rows)
        {
            table.AddRow([.. ArchiveCells.Of(row).Select(cell => Markup.Escape(PlainText.Cut(PlainText.Line(cell), LongestCell)))]);
        }

        console.Write(table);
        var gaps = archive.Rows.SelectMany(row => row.Gaps).GroupBy(gap => gap).OrderBy(gap => ArchiveColumns.All.ToList().IndexOf(gap.Key.Column)).ThenBy(gap => gap.Key.Reason, StringComparer.Ordinal).ToList();
        foreach (var gap in gaps)
        {
            console.WriteLine($"{ArchiveCells.Unknown} {gap.Key.Column}: {gap.Key.Reason.Replace("`", "", StringComparison.Ordinal)} ({Words.Count(gap.Count(), "document", "documents")})");
        }

        console.WriteLine();
    }

    private static void PrintMonths(ArchiveStatistics statistics, IAnsiConsole console)
    {
        if (statistics.Months.Count == 0)
        {
            return;
        }

        var most = statistics.Months.Max(month => month.Total);
        var table = new Table { Border = TableBorder.None };
        table.AddColumns([new("[bold]Incidents by month[/]"), new(""), .. statistics.Severities.Select(name => new TableColumn($"[{Colour(name)}]{Markup.Escape(PlainText.Cut(PlainText.Line(name), LongestCell))}[/]"))]);
        foreach (var month in statistics.Months)
        {
            // Each incident its own stroke as long as they fit.
            var bar = string.Concat(month.Counts.Select((count, i) => $"[{Colour(statistics.Severities[i])}]{Bar(count, Math.Max(most, LongestBar))}[/]"));
            table.AddRow([YearMonthPattern.Iso.Format(month.Month), bar, .. month.Counts.Select(count => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture))]);
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void PrintFigures(string title, IReadOnlyList<Sample> samples, IAnsiConsole console)
    {
        if (samples.Count == 0)
        {
            return;
        }

        var most = samples.Max(sample => sample.Ninety ?? 0);
        var table = new Table { Border = TableBorder.None };
        table.AddColumns($"[bold]{title} by quarter[/]", "n", "Median", "90th percentile", "");
        foreach (var sample in samples)
        {
            var quarter = sample.Quarter.ToString();
            var count = sample.Count.ToString(CultureInfo.InvariantCulture);
            if (sample is { Median: { } median, Ninety: { } ninety })
            {
                var dark = Bar(median, most);
                table.AddRow(quarter, count, ArchiveCells.Minutes(median), ArchiveCells.Minutes(ninety), $"[blue]{dark}[/][grey]{new string('░', Bar(ninety, most).Length - dark.Length)}[/]");
            }
            else
            {
                table.AddRow(quarter, count, ArchiveCells.Unknown, ArchiveCells.Unknown, $"[grey]{string.Join(", ", sample.Points.Select(point => ArchiveCells.Minutes(point)))}[/]");
            }
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void PrintAges(FollowUpAges? ages, IAnsiConsole console)
    {
        if (ages is null)
        {
            return;
        }

        var table = new Table { Border = TableBorder.None };
        table.AddColumns($"[bold]Open follow-ups on {LocalDatePattern.Iso.Format(ages.Day)}[/]", "n", "");
        foreach (var (name, count) in FollowUpAges.Names.Zip(ages.Counts))
        {
            table.AddRow(name, count.ToString(CultureInfo.InvariantCulture), $"[blue]{Bar(count, Math.Max(ages.Counts.Max(), LongestBar))}[/]");
        }

        console.Write(table);
        console.WriteLine();
    }

    private static string Bar(long value, long most) => new('█', most == 0 ? 0 : (int)(((value * LongestBar) + most - 1) / most));

    private static string Colour(string severity) => SeverityLook.Of(severity).Colour;
}
