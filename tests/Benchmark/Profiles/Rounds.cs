using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Benchmark.Runs;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>The runs that the profile is made of: what teams do all day, and what goes wrong on the way.</summary>
/// <param name="old">Over HTTP/1.1, as behind a proxy.</param>
internal sealed class Rounds(Stage stage, StepRun run, StepRun old, Action<string> tell)
{
    private const int Comments = 20;
    private static readonly TimeSpan Nearby = TimeSpan.FromMilliseconds(20);

    public async Task RunAsync(TracedProgram program)
    {
        // Where GitHub is far away more is awaited, and other methods are called.
        foreach (var (step, latency) in new[] { (run, TimeSpan.Zero), (run, Nearby), (old, Nearby) })
        {
            await stage.ResetAsync(Comments);
            await RunAsync("a first publish", await stage.LabelledAsync());
            await RunAsync("a second run", await stage.LabelledAsync());
            await stage.CommentAsync("11:40 Mitigation: the deployment is rolled back");
            await RunAsync("a comment", await stage.HappenedAsync("issue_comment", "created"));
            await RunAsync("a review", await stage.PulledAsync("synchronize"));
            await RunAsync("a day's look", await stage.HappenedAsync("schedule", null));
            await RunAsync("a digest", await stage.HappenedAsync("workflow_dispatch", null));
            await stage.MergeAsync();
            await RunAsync("a merge", await stage.PulledAsync("closed"));
            await RunAsync("an index", await stage.HappenedAsync("push", null));

            async Task RunAsync(string name, Trigger trigger)
            {
                tell(name);
                var sample = await step.MeasureAsync(program, trigger, latency);
                if (sample.ExitCode != 0)
                {
                    throw new InvalidOperationException($"{name} failed, so its profile says nothing:\n{sample.Log}");
                }
            }
        }

        await stage.ResetAsync(1000);
        await run.MeasureAsync(program, await stage.LabelledAsync(), Nearby);
        await stage.ResetAsync(0, label: "question");
        await run.MeasureAsync(program, await stage.LabelledAsync(), TimeSpan.Zero);
        foreach (var mishap in Mishap.Ten)
        {
            tell(mishap.Name);
            await stage.ResetAsync(Comments);
            await run.MeasureAsync(program, await stage.LabelledAsync(), TimeSpan.Zero, mishap);
            await run.MeasureAsync(program, await stage.LabelledAsync(), TimeSpan.Zero);
        }

        foreach (var scenario in Directory.EnumerateDirectories(Path.Combine(Places.Root, "tests", "Scenarios")).Order(StringComparer.Ordinal))
        {
            tell($"a preview of {Path.GetFileName(scenario)}");
            var written = Directory.CreateTempSubdirectory("benchmark-preview-").FullName;
            await program.RunAsync("preview", scenario, "--out", written);
            Directory.Delete(written, recursive: true);
        }

        tell("the end-to-end tests");
        await program.TestAsync();
    }
}
