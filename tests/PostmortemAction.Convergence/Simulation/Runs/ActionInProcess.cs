using System.Text;
using PostmortemAction.Actions;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;

namespace PostmortemAction.Convergence.Simulation.Runs;

/// <summary>The whole product as the runner starts it, but within the process, against a simulated GitHub.</summary>
public static class ActionInProcess
{
    /// <summary>Runs the action once, to its end.</summary>
    public static ActionResult Run(SimulatedGitHub github, int incident, ActionRunOptions? options = null) =>
        github.Time.Run(() => RunAsync(github, incident, options));

    /// <summary>
    /// Runs it until a request is reached, then a second run from its start to its end, then the first one to its end.
    /// </summary>
    public static (ActionResult First, ActionResult Second) RunPreempted(
        SimulatedGitHub github, int incident, int k, HoldPoint point, Func<HttpMessageHandler, HttpMessageHandler>? transport = null, (string Name, string Json)? @event = null) => github.Time.Run(async () =>
    {
        Hold? hold = null;
        var first = RunAsync(github, incident, new() { Name = "first", Transport = transport, Event = @event, Connected = connection => hold = connection.HoldAt(k, point) });
        await Task.WhenAny(first, hold!.Reached);
        var second = await RunAsync(github, incident, new() { Name = "second", Transport = transport, Event = @event });
        hold.Release();
        return (await first, second);
    });

    /// <summary>Within <see cref="Times.VirtualTime.Run"/>.</summary>
    public static async Task<ActionResult> RunAsync(SimulatedGitHub github, int incident, ActionRunOptions? options = null)
    {
        options ??= new();
        using var files = new RunnerFiles(github, incident, options);
        using var interrupt = new CancellationTokenSource();
        using var connection = new Connection(github, options.Name) { Interrupt = interrupt }.With(options.Faults);
        using var transport = options.Transport?.Invoke(connection);
        options.Connected?.Invoke(connection);
        var start = github.Time.Elapsed;
        var log = new StringBuilder();
        using var writer = TextWriter.Synchronized(new StringWriter(log, System.Globalization.CultureInfo.InvariantCulture));
        var exitCode = 1;
        Exception? bug = null;
        var interrupted = false;
        try
        {
            exitCode = await new ActionRun(new ActionsRuntime(files.Variables, writer), transport ?? connection, github.Time).RunAsync(interrupt.Token);
        }
        catch (RunKilledException)
        {
            exitCode = 137;
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            interrupted = true;
        }
        catch (Exception e) when (!connection.IsKilled)
        {
            bug = e;
            github.Tell(InvariantNames.NoBug, github.Requests.Count, $"{e.GetType().Name}: {e.Message}");
        }

        if (connection.CancelledAt is { } at && github.Time.ServerNow > at + TimeSpan.FromSeconds(6))
        {
            github.Tell(InvariantNames.EndsAfterCancel, github.Requests.Count, $"it took until {github.Time.ServerNow - at}");
        }

        return new(
            exitCode, log.ToString(), files.Outputs(), files.Summary(), files.Json(), connection.IsKilled, interrupted, bug, connection.Count, github.Time.Elapsed - start);
    }
}
