using System.Runtime.InteropServices;
using System.Text;
using PostmortemAction;
using PostmortemAction.Actions;
using PostmortemAction.GitHub;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancel = new CancellationTokenSource();

// A cancelled workflow sends SIGINT, then SIGTERM; a container that is stopped gets SIGTERM at once. What was made is in the ledger or is found.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    // The runner passes `args` of the workflow on; only our own commands are taken for what people type.
    if (CommandLine.IsFor(args) || Environment.GetEnvironmentVariable("GITHUB_ACTIONS") != "true")
    {
        return await CommandLine.RunAsync(args);
    }

    using var transport = GitHubSender.Transport();
    return await new ActionRun(ActionsRuntime.FromProcess(), transport, TimeProvider.System).RunAsync(cancel.Token);
}
catch (OperationCanceledException) when (cancel.IsCancellationRequested)
{
    Console.Out.WriteLine("::error title=cancelled::The run was cancelled. The next one goes on where it stopped.");
    return 1;
}
catch (Exception e)
{
    // Our own bug: everything that helps to find it, and a red run. The text may quote people, so it goes through the encoder.
    Console.Out.WriteLine($"::error title=bug::{LogText.Data($"This is a bug in the action, please report it with the log: {e.GetType().Name}: {e.Message}")}");
    foreach (var line in e.ToString().Split('\n'))
    {
        Console.Out.WriteLine(LogText.Line(line));
    }

    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancel.Cancel();
}
