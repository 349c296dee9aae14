using System.Diagnostics;
using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Benchmark.Runs;

namespace PostmortemAction.Benchmark.Contenders;

/// <summary>One way to get the job done.</summary>
internal abstract class Contender
{
    public abstract string Name { get; }

    /// <summary>How it is started, with an environment of its own and with trust in the front.</summary>
    public ProcessStartInfo Start(SelfSigned identity)
    {
        var (command, arguments) = Command;
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false };
        var path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        foreach (var (name, value) in Variables(identity))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    protected abstract (string Command, string[] Arguments) Command { get; }

    protected abstract IEnumerable<(string Name, string Value)> Variables(SelfSigned identity);
}
