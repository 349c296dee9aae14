using System.Globalization;
using PostmortemAction.Benchmark.Runs;

namespace PostmortemAction.Benchmark.Reports;

/// <summary>What was measured, against the goals.</summary>
internal sealed class CostTable(Results ours, Results yardstick)
{
    /// <summary>The counts are those with latency: without it a request may end before one sent at the same time begins.</summary>
    private readonly IReadOnlyList<Row> rows =
    [
        Ratio("first publish, CPU, s", Situation.FirstPublish, sample => sample.Cpu.TotalSeconds, 0.70, ours, yardstick),
        Ratio("first publish, wall, s", Situation.FirstPublish, sample => sample.Wall.TotalSeconds, 0.80, ours, yardstick),
        Ratio("of that, the emulated GitHub's answers, s", Situation.FirstPublish, sample => sample.Tally.Answering.TotalSeconds, null, ours, yardstick),
        Ratio("first publish, wall with 100 ms latency, s", Situation.FirstPublishFarAway, sample => sample.Wall.TotalSeconds, 0.75, ours, yardstick),
        Ratio("1,000 comments, wall with 100 ms latency, s", Situation.ThousandCommentsFarAway, sample => sample.Wall.TotalSeconds, 0.35, ours, yardstick),
        Memory("first publish, peak memory, MiB", Situation.FirstPublish, 45, ours, yardstick),
        Memory("1,000 comments, peak memory, MiB", Situation.ThousandCommentsFarAway, null, ours, yardstick),
        Count("first publish, requests", Situation.FirstPublishFarAway, sample => sample.Tally.Requests, 20, ours, yardstick),
        Count("first publish, in sequence", Situation.FirstPublishFarAway, sample => sample.Tally.InSequence, 13, ours, yardstick),
        Count("first publish, writes", Situation.FirstPublishFarAway, sample => sample.Tally.Writes, null, ours, yardstick),
        Count("1,000 comments, requests", Situation.ThousandCommentsFarAway, sample => sample.Tally.Requests, null, ours, yardstick),
        Count("1,000 comments, in sequence", Situation.ThousandCommentsFarAway, sample => sample.Tally.InSequence, null, ours, yardstick),
        Ratio("second run, CPU, s", Situation.SecondRun, sample => sample.Cpu.TotalSeconds, null, ours, yardstick),
        Ratio("second run, wall, s", Situation.SecondRun, sample => sample.Wall.TotalSeconds, null, ours, yardstick),
        Ratio("second run, wall with 100 ms latency, s", Situation.SecondRunFarAway, sample => sample.Wall.TotalSeconds, null, ours, yardstick),
        Count("second run, requests", Situation.SecondRunFarAway, sample => sample.Tally.Requests, 4, ours, yardstick),
        Count("second run, in sequence", Situation.SecondRunFarAway, sample => sample.Tally.InSequence, 2, ours, yardstick),
        Count("second run, writes", Situation.SecondRunFarAway, sample => sample.Tally.Writes, 0, ours, yardstick),
        Plain("second run, duplicates", ours.Duplicates, yardstick.Duplicates, 0),
        Ratio("an event that is no incident's, wall, s", Situation.NoIncident, sample => sample.Wall.TotalSeconds, null, ours, yardstick),
        Count("an event that is no incident's, requests", Situation.NoIncident, sample => sample.Tally.Requests, 2, ours, yardstick),
        Faults("ten faults, right at first", outcome => outcome.AtFirst, ours, yardstick),
        Faults("ten faults, right after one more run", outcome => outcome.Afterwards, ours, yardstick),
    ];

    public IReadOnlyList<Row> Missed => [.. rows.Where(row => !row.IsReached)];

    public override string ToString() =>
        $"| | {ours.Contender.Name} | {yardstick.Contender.Name} | ratio | goal | |\n| --- | ---: | ---: | ---: | ---: | --- |\n"
        + string.Concat(rows.Select(row => $"| {row.Name} | {row.Ours} | {row.Yardstick} | {(row.Ratio is { } ratio ? Number(ratio) : "")} | {row.Goal} | {Mark(row)} |\n"));

    private static string Mark(Row row) => row.Goal is null ? "" : row.IsReached ? "reached" : "**missed**";

    private static Row Ratio(string name, Situation situation, Func<Sample, double> figure, double? most, Results ours, Results yardstick)
    {
        var (own, other) = (ours.Median(situation, figure), yardstick.Median(situation, figure));
        var ratio = own / other;
        return new(name, Number(own), Number(other), ratio, most is { } goal ? $"ratio ≤ {Number(goal)}" : null, most is null || ratio <= most, false);
    }

    private static Row Memory(string name, Situation situation, double? most, Results ours, Results yardstick)
    {
        var (own, other) = (ours.Median(situation, sample => sample.PeakMegabytes), yardstick.Median(situation, sample => sample.PeakMegabytes));
        return new(name, $"{own:0}", $"{other:0}", own / other, most is null ? null : $"≤ {most}", most is null || own <= most, false);
    }

    private static Row Count(string name, Situation situation, Func<Sample, int> count, int? most, Results ours, Results yardstick) =>
        Plain(name, ours.Most(situation, count), yardstick.Most(situation, count), most);

    private static Row Plain(string name, int own, int other, int? most) =>
        new(name, $"{own}", $"{other}", null, most is null ? null : most == 0 ? "0" : $"≤ {most}", most is null || own <= most, true);

    // A mishap that was not met shows nothing, so it does not count as survived.
    private static Row Faults(string name, Func<MishapOutcome, bool> isRight, Results ours, Results yardstick)
    {
        var (own, other) = (ours.Mishaps.Count(Counts), yardstick.Mishaps.Count(Counts));
        return new(name, $"{own}", $"{other}", null, $"{ours.Mishaps.Count}", own == ours.Mishaps.Count, true);

        bool Counts(MishapOutcome outcome) => outcome.IsMet && isRight(outcome);
    }

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
