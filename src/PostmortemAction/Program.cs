using System.Text;
using PostmortemAction;
using PostmortemAction.Actions;
using PostmortemAction.GitHub;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    cancel.Cancel();
};

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
catch (Exception e) when (e is not OperationCanceledException)
{
    // Our own bug: everything that helps to find it, and a red run. The text may quote people, so it goes through the encoder.
    Console.Out.WriteLine($"::error title=bug::{LogText.Data($"This is a bug in the action, please report it with the log: {e.GetType().Name}: {e.Message}")}");
    foreach (var line in e.ToString().Split('\n'))
    {
        Console.Out.WriteLine(LogText.Line(line));
    }

    return 1;
}
