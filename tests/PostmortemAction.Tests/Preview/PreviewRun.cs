using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Tests;

/// <summary>The preview as somebody types it, with a folder of its own to write into.</summary>
internal sealed class PreviewRun : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-").FullName;

    public string Out => Path.Combine(folder, "out");

    /// <param name="to">What <c>--out</c> names; null for a folder of its own.</param>
    public async Task<PreviewAnswer> RunAsync(string path, bool json = false, string? to = null)
    {
        using var screen = new StringWriter();
        using var output = new StringWriter();
        using var progress = new StringWriter();
        var code = await PreviewCommand.RunAsync(path, to ?? Out, json, Plain(screen), output, Plain(progress));
        return new(code, screen.ToString(), output.ToString(), progress.ToString());
    }

    /// <summary>What stands in the out folder, as paths with slashes, in order.</summary>
    public IEnumerable<string> Files() => !Directory.Exists(Out) ? [] : Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public string Read(string name) => File.ReadAllText(Path.Combine(Out, name));

    /// <summary>A file to preview, or one of a scenario folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A scenario folder with one incident.</summary>
    public string Scenario(string front = "number: 42\ntitle: 'Incident: Login is down'\ncreated_at: 2024-04-14T10:05:00Z\nlabels: [incident, resolved]", string body = "") =>
        Path.GetDirectoryName(Write("scenario/issue.md", $"---\n{front}\n---\n\n{body}\n"))!;

    private static IAnsiConsole Plain(StringWriter writer)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 500;
        return console;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
