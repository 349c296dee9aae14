using PostmortemAction.Benchmark.Contenders;
using PostmortemAction.Benchmark.Fronts;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>The course that every contender goes through, in turn with the others, each time in a fresh repository.</summary>
internal sealed class Course(Stage stage, StepRun run, Action<string> tell)
{
    private const int Comments = 20;
    private const int ManyComments = 1000;
    private static readonly TimeSpan FarAway = TimeSpan.FromMilliseconds(100);

    /// <summary>The emulated GitHub makes its checks ready at the first use of an operation. Nobody shall pay for that.</summary>
    public async Task WarmUpAsync(IReadOnlyList<Results> all)
    {
        tell("warming up");
        foreach (var results in all)
        {
            await PublishTwiceAsync(new(results.Contender), TimeSpan.Zero, Situation.FirstPublish, Situation.SecondRun);
        }
    }

    public async Task RepeatAsync(IReadOnlyList<Results> all, int repetitions)
    {
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            tell($"repetition {repetition} of {repetitions}");
            foreach (var results in all)
            {
                await PublishTwiceAsync(results, TimeSpan.Zero, Situation.FirstPublish, Situation.SecondRun);
            }

            foreach (var results in all)
            {
                await PublishTwiceAsync(results, FarAway, Situation.FirstPublishFarAway, Situation.SecondRunFarAway);
            }

            foreach (var results in all)
            {
                await stage.ResetAsync(ManyComments);
                results.Add(Situation.ThousandCommentsFarAway, await FirstAsync(results.Contender, FarAway));
            }

            foreach (var results in all)
            {
                await stage.ResetAsync(0, label: "question");
                results.Add(Situation.NoIncident, await run.MeasureAsync(results.Contender, await stage.LabelledAsync(), TimeSpan.Zero));
            }
        }
    }

    public async Task MishapsAsync(IReadOnlyList<Results> all)
    {
        foreach (var mishap in Mishap.Ten)
        {
            foreach (var results in all)
            {
                await stage.ResetAsync(Comments);
                var sample = await run.MeasureAsync(results.Contender, await stage.LabelledAsync(), TimeSpan.Zero, mishap);
                var atFirst = await stage.LookAsync();
                await run.MeasureAsync(results.Contender, await stage.LabelledAsync(), TimeSpan.Zero);
                var afterwards = await stage.LookAsync();
                results.Mishaps.Add(new(mishap, sample.Tally.MishapMet, atFirst.IsRight, afterwards.IsRight));
                tell($"{mishap.Name}: {results.Contender.Name} {(sample.Tally.MishapMet ? "" : "did not meet it, ")}{Verdict(atFirst)}, then {Verdict(afterwards)}");
            }
        }
    }

    private static string Verdict(Holdings holdings) => holdings.IsRight ? "right" : $"wrong ({holdings.PullRequests} pull requests, "
        + $"{holdings.Documents} documents, {holdings.FollowUps} follow-ups, {holdings.StatusComments} status comments)";

    private async Task PublishTwiceAsync(Results results, TimeSpan latency, Situation first, Situation second)
    {
        await stage.ResetAsync(Comments);
        results.Add(first, await FirstAsync(results.Contender, latency));
        results.Add(second, await run.MeasureAsync(results.Contender, await stage.LabelledAsync(), latency));
        results.Duplicates = Math.Max(results.Duplicates, (await stage.LookAsync()).Duplicates);
    }

    private async Task<Sample> FirstAsync(Contender contender, TimeSpan latency)
    {
        var sample = await run.MeasureAsync(contender, await stage.LabelledAsync(), latency);
        return sample.ExitCode == 0 && (await stage.LookAsync()).IsRight ? sample
            : throw new InvalidOperationException($"{contender.Name} did not get the job done, so its cost says nothing:\n{sample.Log}");
    }
}
