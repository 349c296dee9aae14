using System.Diagnostics;
using System.Globalization;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary><c>preview DIR --json</c>: a folder of postmortems that were written by hand, as data: one line of JSON for each file.</summary>
internal static class ArchiveReading
{
    public static async Task RunAsync(string folder, TextWriter output, IAnsiConsole progress)
    {
        var files = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            throw new ProblemException(Problem.Error(
                "archive-empty", $"{Quoted.Code(folder)} holds no `issue.md` and no other Markdown file.", "Name a folder of postmortems, or a scenario folder with an `issue.md`."));
        }

        var clock = Stopwatch.StartNew();
        if (progress.Profile.Capabilities.Interactive)
        {
            await progress.Progress().AutoClear(true).StartAsync(async context =>
            {
                var bar = context.AddTask("reading postmortems", maxValue: files.Count);
                await ReadAsync(folder, files, output, () => bar.Increment(1));
            });
        }
        else
        {
            await ReadAsync(folder, files, output, () => { });
        }

        progress.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Count(files.Count, "document", "documents")} in {clock.Elapsed.TotalSeconds:0.0} s, {clock.Elapsed.TotalMilliseconds / files.Count:0.0} ms each"));
    }

    private static async Task ReadAsync(string folder, List<string> files, TextWriter output, Action done)
    {
        foreach (var file in files)
        {
            await output.WriteLineAsync(Line(folder, file));
            done();
        }
    }

    private static string Line(string folder, string file)
    {
        var postmortem = PostmortemAssembler.Assemble(Scenario.ReadFile(file), new RunSettings());
        var line = new Dictionary<string, object?> { ["file"] = Path.GetRelativePath(folder, file).Replace('\\', '/') };
        foreach (var (key, value) in PostmortemModel.ForJson(postmortem, Scenario.Repository))
        {
            line[key] = value;
        }

        return PostmortemJson.Write(line, indented: false);
    }
}
