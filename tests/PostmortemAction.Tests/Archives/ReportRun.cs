using System.Text;
using PostmortemAction.Archives;
using Spectre.Console;

namespace PostmortemAction.Tests.Archives;

/// <summary>The report as somebody types it, on a folder of its own, on 1 January 2030.</summary>
internal sealed class ReportRun : IDisposable
{
    public const string Document = "# Login is down\n\n- Severity: SEV2\n- Services: login\n- Start: 2024-04-14 10:00 UTC\n- Detected: 2024-04-14 10:05 UTC\n- End: 2024-04-14 11:00 UTC\n\n## Root cause\n\nA typo.\n";

    private readonly string outer = Directory.CreateTempSubdirectory("report-").FullName;

    public ReportRun() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(outer, "postmortems");

    public string Index => File.ReadAllText(Path.Combine(Folder, "README.md"));

    /// <returns>The exit code, what a person sees, the data, and what stands beside the data.</returns>
    public (int Code, string Screen, string Output, string Beside) Run(ReportOptions? options = null, string? folder = null)
    {
        using var screen = new StringWriter();
        using var output = new StringWriter();
        using var beside = new StringWriter();
        var code = new ReportCommand(Plain(screen), output, Plain(beside), new NewYear()).Run(folder ?? Folder, options ?? new());
        return (code, screen.ToString(), output.ToString(), beside.ToString());
    }

    /// <summary>A file below the folder; a name that begins with <c>../</c> is one beside it.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(outer, recursive: true);

    private static IAnsiConsole Plain(StringWriter writer)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 500;
        return console;
    }

    private sealed class NewYear : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
