using System.Globalization;
using System.Text;
using NodaTime.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Archives;

/// <summary>The archive as the Markdown that GitHub shows to whoever opens its folder.</summary>
public static class ArchiveIndex
{
    /// <summary>More would drown the rest; the count says how many there are.</summary>
    private const int MostProblems = 100;

    public static string Of(Archive archive)
    {
        var statistics = ArchiveStatistics.Of(archive);
        string?[] parts =
        [
            Totals(archive, statistics),
            archive.Rows.Count == 0 ? null : ArchiveTable.Of(archive),
            Gaps(archive),
            Numbers(statistics),
            Definitions(),
            Problems(archive.Problems),
        ];
        return string.Join("\n\n", parts.Where(part => part is { Length: > 0 }));
    }

    private static string Totals(Archive archive, ArchiveStatistics statistics)
    {
        var text = new StringBuilder($"**{Words.Count(archive.Rows.Count, "postmortem", "postmortems")}**");
        var dates = archive.Rows.Where(row => row is { Date: not null, IsInFuture: false }).Select(row => row.Date!.Value).ToList();
        if (dates.Count > 0)
        {
            var (first, last) = (LocalDatePattern.Iso.Format(dates.Min()), LocalDatePattern.Iso.Format(dates.Max()));
            text.Append(first == last ? $" of {first}" : $" from {first} to {last}");
            var counts = statistics.Severities.Select((severity, i) => (severity, Count: statistics.Months.Sum(month => month.Counts[i])));
            var left = archive.Rows.Count - dates.Count;
            text.Append(left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {left} without a date that counts"))
                .Append(": ").AppendJoin(", ", counts.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Count} {(each.severity == ArchiveStatistics.NotStated ? "without a severity" : MarkdownText.Escape(each.severity))}")));
        }

        text.Append('.');
        var named = archive.Rows.Where(row => row.FollowUps is not null).ToList();
        if (named.Count > 0)
        {
            text.Append(' ').Append(Words.Count(named.Sum(row => row.FollowUps!.Value), "follow-up", "follow-ups")).Append(" in ").Append(Words.Count(named.Count, "document", "documents"));
            var boxed = named.Where(row => row.Done is not null).ToList();
            var known = boxed.Count == named.Count ? "" : string.Create(CultureInfo.InvariantCulture, $", {boxed.Sum(row => row.FollowUps!.Value)} with a known state");
            text.Append(boxed.Count == 0 ? "; how many are open is not known."
                : string.Create(CultureInfo.InvariantCulture, $"{known}: {boxed.Sum(row => row.Open!.Value)} open, {boxed.Sum(row => row.Done!.Value)} done")
                    + (boxed.Sum(row => row.Dropped) is > 0 and var dropped ? string.Create(CultureInfo.InvariantCulture, $", {dropped} dropped.") : "."));
        }

        return archive.Unread == 0 ? text.ToString()
            : text.Append(" **").Append(Words.Count(archive.Unread, "more document is", "more documents are")).Append(" still to be read;** the next run goes on with them.").ToString();
    }

    /// <summary>Why cells are empty: each reason once, with its documents.</summary>
    private static string? Gaps(Archive archive)
    {
        var reasons = archive.Rows.SelectMany(row => row.Gaps.Select(gap => (gap, row.Path))).GroupBy(each => each.gap, each => each.Path).ToList();
        if (reasons.Count == 0)
        {
            return null;
        }

        var ordered = reasons.OrderBy(reason => ArchiveColumns.All.ToList().IndexOf(reason.Key.Column)).ThenBy(reason => reason.Key.Reason, StringComparer.Ordinal);
        var lines = ordered.Select(reason => $"- **{reason.Key.Column}**: {reason.Key.Reason}: {Many([.. reason], archive.Rows.Count)}");
        return $"<details>\n<summary>Why a cell is {ArchiveCells.Unknown}</summary>\n\n{string.Join('\n', lines)}\n\n</details>";
    }

    private static string Many(IReadOnlyList<string> paths, int all) =>
        paths.Count == all && all > 1 ? string.Create(CultureInfo.InvariantCulture, $"all {all} documents") : ArchiveTable.Links(paths);

    private static string? Numbers(ArchiveStatistics statistics)
    {
        if (statistics is { Months.Count: 0, OpenFollowUps: null })
        {
            return null;
        }

        string?[] parts =
        [
            "## In numbers",
            ArchiveCharts.ByMonth(statistics),
            Figures(ArchiveColumns.Duration, statistics.Durations),
            Figures(ArchiveColumns.Detect, statistics.Detections),
            Ages(statistics.OpenFollowUps),
            Excluded(statistics.Excluded),
        ];
        return string.Join("\n\n", parts.Where(part => part is not null));
    }

    private static string? Figures(string title, IReadOnlyList<Sample> samples)
    {
        if (samples.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder($"### {title} by quarter\n\n");
        if (ArchiveCharts.ByQuarter(title, samples) is { } chart)
        {
            text.Append(chart).Append("\n\n");
        }

        text.Append("| Quarter | n | Median | 90th percentile |\n| --- | --- | --- | --- |\n");
        foreach (var sample in samples.Reverse())
        {
            text.Append(CultureInfo.InvariantCulture, $"| {sample.Quarter} | {sample.Count} | ");
            text.Append(sample.Median is null ? $"the figures: {string.Join(", ", sample.Points.Select(point => Durations.Unbroken(ArchiveCells.Minutes(point))))} | {ArchiveCells.Unknown}"
                : $"{Durations.Unbroken(ArchiveCells.Minutes(sample.Median))} | {Durations.Unbroken(ArchiveCells.Minutes(sample.Ninety))}").Append(" |\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string? Ages(FollowUpAges? ages) => ages is null ? null : string.Join("\n\n", ((string?[])
    [
        "### Age of open follow-ups",
        ArchiveCharts.ByAge(ages),
        $"| On {LocalDatePattern.Iso.Format(ages.Day)} | {string.Join(" | ", FollowUpAges.Names)} |\n| --- |{string.Concat(FollowUpAges.Names.Select(_ => " --- |"))}\n"
            + string.Create(CultureInfo.InvariantCulture, $"| {ages.Total} open | {string.Join(" | ", ages.Counts)} |"),
    ]).OfType<string>());

    private static string? Excluded(IReadOnlyList<Exclusion> excluded) => excluded.Count == 0 ? null
        : "Not counted:\n\n" + string.Join('\n', excluded.Select(each => $"- **{each.Statistic}**: {each.Reason} in {Words.Count(each.Paths.Count, "document", "documents")}: {ArchiveTable.Links(each.Paths)}"));

    private static string Definitions() =>
        "## What the words mean\n\n" + string.Join('\n', ArchiveStatistics.Definitions.Select(each => $"- **{each.Term}**: {each.Meaning}"));

    private static string? Problems(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 0)
        {
            return null;
        }

        var lines = problems.Take(MostProblems).Select(problem => $"- {Quoted.Code(problem.Place, 300)}: {problem.Message} {problem.Fix}");
        return $"## What could not be read, or contradicts itself\n\n{string.Join('\n', lines)}"
            + (problems.Count > MostProblems ? string.Create(CultureInfo.InvariantCulture, $"\n- … and {problems.Count - MostProblems} more") : "");
    }
}
