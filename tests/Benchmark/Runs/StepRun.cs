using System.Diagnostics;
using PostmortemAction.Benchmark.Contenders;
using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>Starts a contender as the runner starts a step, and watches what it costs.</summary>
internal sealed class StepRun(Front front, SelfSigned identity)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(4);

    public async Task<Sample> MeasureAsync(Contender contender, Trigger trigger, TimeSpan latency, Mishap? mishap = null)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-run-").FullName;
        try
        {
            var start = contender.Start(identity);
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            foreach (var (name, value) in Runner.Variables(front.Url, Stage.Repository, trigger.Name, folder))
            {
                start.Environment[name] = value;
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "event.json"), front.Shown(trigger.Payload));
            foreach (var file in (string[])["output", "summary", "env", "path", "state"])
            {
                await File.WriteAllTextAsync(Path.Combine(folder, file), "");
            }

            await front.PrepareAsync(Stage.Repository, trigger.Issue, Stage.Token);
            front.Begin(latency, mishap);
            var (cpu, clock) = (ChildCosts.Cpu(), Stopwatch.StartNew());
            using var process = Process.Start(start)!;
            var watch = WatchAsync(process.Id);
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            using var limit = new CancellationTokenSource(Patience);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{contender.Name} did not end within {Patience.TotalMinutes} minutes.");
            }

            var wall = clock.Elapsed;
            return new(wall, ChildCosts.Cpu() - cpu, await watch, front.End(), process.ExitCode, await output + await error);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The system keeps the peak itself; a look just before the end is enough, and nobody says when that is.
    private static Task<double> WatchAsync(int process) => Task.Factory.StartNew(
        () =>
        {
            var peak = 0.0;
            while (ChildCosts.PeakMegabytes(process) is { } now)
            {
                peak = now;
                Thread.Sleep(BetweenLooks);
            }

            return peak;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
