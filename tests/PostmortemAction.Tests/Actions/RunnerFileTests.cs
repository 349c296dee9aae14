using System.Text.Json;
using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Tests;

/// <summary>The runner's files: what does not get there is told in the log and by the exit code, and keeps nothing else from its place.</summary>
public sealed class RunnerFileTests : IDisposable
{
    /// <summary>A path at which nothing can be written: it is a folder.</summary>
    private readonly string blocked = Directory.CreateTempSubdirectory("blocked-").FullName;

    [Fact]
    public void Outputs_that_cannot_be_written_are_told_once_and_the_summary_is_still_written()
    {
        using var runner = new Runner(("GITHUB_OUTPUT", blocked));

        runner.Runtime.SetOutput("changed", "true");
        runner.Runtime.SetOutput("problems", "[]");
        runner.Runtime.Summarize("# Done");

        Assert.True(runner.Runtime.IsIncomplete);
        var error = Assert.Single(runner.Log.Commands);
        Assert.Equal("error", error.Name);
        Assert.StartsWith("The runner takes no outputs: the file of `GITHUB_OUTPUT` cannot be written", error.Data, StringComparison.Ordinal);
        Assert.Equal("# Done\n", File.ReadAllText(runner.SummaryFile));
    }

    [Fact]
    public void A_summary_that_cannot_be_written_keeps_no_output_from_its_place()
    {
        using var runner = new Runner(("GITHUB_STEP_SUMMARY", blocked));

        runner.Runtime.Summarize("# Done");
        runner.Runtime.SetOutput("changed", "true");

        Assert.True(runner.Runtime.IsIncomplete);
        Assert.Contains("The runner takes no summary", runner.Text, StringComparison.Ordinal);
        Assert.Equal(("changed", "true"), Assert.Single(runner.Outputs()));
    }

    [Fact]
    public void A_file_that_cannot_be_saved_is_no_output()
    {
        Directory.CreateDirectory(Path.Combine(blocked, "postmortem-1.json"));
        using var runner = new Runner(("RUNNER_TEMP", blocked));

        Assert.False(runner.Runtime.Save("postmortem-1.json", "{}"));
        Assert.True(runner.Runtime.IsIncomplete);
    }

    [Fact]
    public async Task A_run_whose_event_cannot_be_read_ends_red_and_says_so()
    {
        using var runner = new Runner(("GITHUB_EVENT_NAME", "issues"), ("GITHUB_EVENT_PATH", Path.Combine(blocked, "event.json")));
        await using var held = new FileStream(Path.Combine(blocked, "event.json"), FileMode.Create, FileAccess.Write, FileShare.None);
        using var transport = new HttpClientHandler();

        var exitCode = await new ActionRun(runner.Runtime, transport, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.Contains("::error title=event-unreadable::", runner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_was_cut_off_ends_red_and_says_so()
    {
        var path = Path.Combine(blocked, "event.json");
        await File.WriteAllTextAsync(path, """{"action": "labeled", "issue": {"num""", TestContext.Current.CancellationToken);
        using var runner = new Runner(("GITHUB_EVENT_NAME", "issues"), ("GITHUB_EVENT_PATH", path));
        using var transport = new HttpClientHandler();

        var exitCode = await new ActionRun(runner.Runtime, transport, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.Contains("::error title=event-unreadable::The event's file is no whole JSON", runner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_problems_the_output_says_how_many_it_leaves_out()
    {
        using var runner = new Runner();

        ActionOutputs.SetNothing(runner.Runtime, [.. Enumerable.Range(0, 700).Select(i => Problem.Note("code", $"Problem {i}.", "Mend it."))]);

        var problems = JsonDocument.Parse(runner.Outputs().Single(output => output.Name == "problems").Value).RootElement;
        Assert.Equal(501, problems.GetArrayLength());
        Assert.Equal("200 more problems do not fit into this output.", problems[500].GetProperty("message").GetString());
    }

    public void Dispose() => Directory.Delete(blocked, recursive: true);
}
