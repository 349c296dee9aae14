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
    public async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Tracing())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} failed:\n{await output}{await error}");
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    protected override IEnumerable<(string Name, string Value)> Variables(SelfSigned identity) => [.. base.Variables(identity), .. Tracing()];

    private IEnumerable<(string Name, string Value)> Tracing() =>
        Trace.Variables(System.IO.Path.Combine(folder, $"{Directory.EnumerateFiles(folder).Count():000}.nettrace"));
}
