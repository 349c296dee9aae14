using System.Diagnostics;
using System.Globalization;
using System.Text;
using PostmortemAction.Actions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile.Runs;

/// <summary>The whole product on a stage, as the runner starts it, but within the process; and everything that is seen of it.</summary>
public static class HostileRun
{
    /// <summary>Runs until there is nothing left to do are no more than these.</summary>
    private const int MostRuns = 40;

    /// <param name="isRunAgain">Whether a second run is watched too.</param>
    public static Sight On(Stage stage, string input, bool isRunAgain = false)
    {
        if (stage.AfterFirstRun is { } happens)
        {
            Once(stage);
            happens(stage);
        }

        var defaultCommit = stage.Repository.Branch(stage.Repository.DefaultBranch);
        var first = Once(stage);
        for (var run = 1; stage.UntilQuiet && run < MostRuns && Once(stage).Sent.Any(request => request.IsWrite); run++)
        {
        }

        var sight = After.Of(stage, first) with { Input = input, DefaultCommit = defaultCommit, OwnToken = Stage.OwnToken };
        if (!isRunAgain)
        {
            return sight;
        }

        stage.Faults.Clear();
        var again = Once(stage);
        var counts = new Dictionary<string, long>(sight.Counts) { ["second_run_mutations"] = again.Sent.Count(request => request.IsWrite) };
        return sight with { Counts = counts };
    }

    internal static Ran Once(Stage stage)
    {
        using var files = new StepFiles(stage);
        using var connection = new Connection(stage.GitHub, "hostile").With(stage.Faults);
        using var transport = new WatchedTransport(stage, connection);
        var log = new StringBuilder();
        using var writer = TextWriter.Synchronized(new StringWriter(log, CultureInfo.InvariantCulture));
        using var memory = new MemoryWatch();
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var (exitCode, bug) = (1, (string?)null);
        try
        {
            exitCode = stage.GitHub.Time.Run(() => new ActionRun(new ActionsRuntime(files.Variables, writer), transport, stage.GitHub.Time).RunAsync(CancellationToken.None));
        }
        catch (Exception e)
        {
            bug = $"{e.GetType().Name}: {e.Message} {e.StackTrace?.Split('\n').FirstOrDefault()}";
        }

        process.Refresh();
        return new(
            exitCode, bug, Told(log.ToString()), files.Text("summary"), files.Outputs(), files.Text("env"), files.Text("path"), files.Text("state"),
            transport.Sent, (long)(process.TotalProcessorTime - before).TotalMilliseconds, memory.Megabytes);
    }

    /// <summary>The log without the one line by which the runner learns what to hide; it shows that line to nobody.</summary>
    private static string Told(string log) => string.Join('\n', log.Split('\n').Where(line => line.TrimEnd('\r') != $"::add-mask::{Stage.OwnToken}"));
}
