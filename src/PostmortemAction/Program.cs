using System.Runtime.InteropServices;
using System.Text;
using PostmortemAction;
using PostmortemAction.Actions;
using PostmortemAction.GitHub;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancel = new CancellationTokenSource();

// The runner passes `args` of the workflow on; only our own commands are taken for what people type.
var isCommand = CommandLine.IsFor(args) || Environment.GetEnvironmentVariable("GITHUB_ACTIONS") != "true";

// The runner reads standard output; of a command it may hold data, or be what cannot be written any more.
var end = isCommand ? Console.Error : Console.Out;

// A cancelled workflow sends SIGINT, then SIGTERM; a container that is stopped gets SIGTERM at once. What was made is in the ledger or is found.
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    if (isCommand)
    {
        return await CommandLine.RunAsync(args, Console.Error, cancel.Token);
    }

    using var transport = GitHubSender.Transport();
    return await new ActionRun(ActionsRuntime.FromProcess(), transport, TimeProvider.System).RunAsync(cancel.Token);
}
catch (OperationCanceledException) when (cancel.IsCancellationRequested)
{
    end.WriteLine("::error title=cancelled::The run was cancelled. The next one goes on where it stopped.");
    return 1;
}
catch (Exception e)
{
    // Our own bug: everything that helps to find it, and a red run. The text may quote people, so it goes through the encoder.
    end.WriteLine($"::error title=bug::{LogText.Data($"This is a bug in the action, please report it with the log: {e.GetType().Name}: {e.Message}")}");
    foreach (var line in e.ToString().Split('\n'))
    {
        end.WriteLine(LogText.Line(line));
    }

    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancel.Cancel();
}
