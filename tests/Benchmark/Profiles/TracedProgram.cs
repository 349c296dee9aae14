using System.Diagnostics;
using PostmortemAction.Benchmark.Contenders;
using PostmortemAction.Benchmark.Fronts;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>Our program as it is measured, but with a trace of each run.</summary>
internal sealed class TracedProgram(string path) : PublishedProgram(path), IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("benchmark-traces-").FullName;

    /// <summary>In the order of the runs.</summary>
    public IEnumerable<string> Traces => Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal);

    /// <summary>A command that needs no GitHub.</summary>
    public Task RunAsync(params string[] arguments) => RunAsync(Executable, arguments, Tracing());

    /// <summary>The end-to-end tests, for all that teams come across now and then. What is compiled ahead is tested without a trace.</summary>
    public Task TestAsync() => RunAsync(
        "dotnet",
        ["run", "--project", Path.Combine(Places.Root, "tests", "PostmortemAction.EndToEnd"), "--", "-class-", "*CompiledAheadTests"],
        [("POSTMORTEM_PROGRAM", Executable), .. Trace.Variables(Path.Combine(folder, "tests-{pid}.nettrace")).Select(each => ("POSTMORTEM_" + each.Name, each.Value))]);

    private static async Task RunAsync(string command, string[] arguments, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} failed:\n{await output}{await error}");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    protected override IEnumerable<(string Name, string Value)> Variables(SelfSigned identity) => [.. base.Variables(identity), .. Tracing()];

    private IEnumerable<(string Name, string Value)> Tracing() =>
        Trace.Variables(Path.Combine(folder, $"{Directory.EnumerateFiles(folder).Count():000}.nettrace"));
}
