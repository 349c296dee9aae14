using System.Text;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reading;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using Spectre.Console;

namespace PostmortemAction.Preview;

/// <summary><c>preview PATH [--out DIR] [--json]</c>: the whole job on a local folder or file, without a network; or a folder of postmortems as data.</summary>
public static class PreviewCommand
{
    private const string ConfigurationFile = "postmortem.yml";
    private const string DataFile = "postmortem.json";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="console">For people.</param>
    /// <param name="output">For data.</param>
    /// <param name="progress">For what is to be said beside data.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string path, string outFolder, bool asJson, IAnsiConsole console, TextWriter output, IAnsiConsole progress)
    {
        try
        {
            if (asJson && Directory.Exists(path) && !File.Exists(Path.Combine(path, Scenario.IssueFile)))
            {
                await ArchiveReading.RunAsync(path, output, progress);
                return 0;
            }

            var (record, readFile, listFiles) = Open(path);
            var file = readFile(ConfigurationFile) is { } text ? (ConfigurationFile, text) : ((string, string)?)null;
            var settings = SettingsReader.Read(file, new Dictionary<string, string>());
            if (asJson)
            {
                var postmortem = PostmortemAssembler.Assemble(record, settings);
                await output.WriteLineAsync(PostmortemJson.Write(PostmortemModel.ForJson(postmortem, Scenario.Repository)));
                return 0;
            }

            // A bare file is previewed as if it were a resolved incident with the number 1.
            var issue = record.Number is not null ? record
                : record with { Number = 1, Title = TitleReader.Of(record.Body) is null ? Path.GetFileNameWithoutExtension(path) : "", Labels = [settings.IncidentLabel, settings.ResolvedLabel] };
            var host = new PreviewHost(issue, readFile, listFiles);
            var result = await new PostmortemRun(host, settings, Task.FromResult<IReadOnlyList<FormDefinition>>([issue.Form])).RunAsync(issue.Number!.Value, CancellationToken.None);
            var written = result.Notice is null ? Write(outFolder, host, result) : [];
            PreviewReport.Print(result, written, console);
            var review = ReviewOf(result, record, path, settings);
            if (review is not null)
            {
                PreviewReport.Print(review, console);
            }

            return review?.Fails(settings.Review.FailOn) == true ? 1 : 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "preview") is { } problems)
        {
            PreviewReport.Print(problems, asJson ? progress : console);
            return 1;
        }
    }

    /// <summary>Of a postmortem that somebody wrote by hand as it is; else of the document that is made of the incident.</summary>
    private static Review? ReviewOf(RunResult result, IncidentRecord record, string path, RunSettings settings) =>
        record.Number is null && result.Postmortem is { Incident.Answers.IsForm: false } ? Reviewer.Of(record.Body, Path.GetFileName(path), settings) : result.Review;

    private static (IncidentRecord Record, Func<string, string?> ReadFile, Func<string, IReadOnlyList<string>> ListFiles) Open(string path)
    {
        if (Directory.Exists(path))
        {
            var scenario = Scenario.Read(path);
            return (scenario.Record, scenario.RepositoryFile, scenario.RepositoryFiles);
        }

        if (File.Exists(path))
        {
            EnsureText(path);
            return (Scenario.ReadFile(path), _ => null, _ => []);
        }

        throw new ProblemException(Problem.Error(
            "preview-path-missing", $"There is no {Quoted.Code(path)}.", "Name a scenario folder, or a Markdown file with an issue's body."));
    }

    /// <summary>UTF-8, or what a mark at its beginning says.</summary>
    private static void EnsureText(string path)
    {
        bool isText;
        try
        {
            using var reader = new StreamReader(path, Strict);
            isText = !reader.ReadToEnd().Contains('\0', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            isText = false;
        }

        if (!isText)
        {
            throw new ProblemException(ArchiveFileProblem.NotText(path) with { Level = ProblemLevel.Error });
        }
    }

    private static List<string> Write(string folder, PreviewHost host, RunResult result)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new ProblemException(Problem.Error("preview-out-empty", "`--out` names no folder.", "Name one, or leave the option out for `out`."));
        }

        if (File.Exists(folder))
        {
            throw new ProblemException(Problem.Error(
                "preview-out-is-file", $"{Quoted.Code(folder, 300)} is a file, so nothing can be written below it.", "Name a folder with `--out`."));
        }

        var json = PostmortemJson.Write(PostmortemModel.ForJson(result.Postmortem!, host.Repository)) + "\n";
        var files = host.Files.Append(new(DataFile, json)).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        ClearEarlier(folder, files.Select(file => file.Key));
        var written = new List<string>();
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            written.Add(path);
        }

        return written;
    }

    /// <summary>Takes away what an earlier preview left and would look like part of this one. Where none was, nothing is in our place but somebody's file.</summary>
    private static void ClearEarlier(string folder, IEnumerable<string> names)
    {
        if (!IsOfPreview(Path.Combine(folder, DataFile)))
        {
            if (names.Select(name => Path.Combine(folder, name)).FirstOrDefault(Path.Exists) is { } taken)
            {
                throw new ProblemException(Problem.Error(
                    "preview-out-taken", $"{Quoted.Code(taken, 300)} is there and from no earlier preview, so nothing was written.", "Name another folder with `--out`, or move the file."));
            }

            return;
        }

        var followUps = Path.Combine(folder, "follow-ups");
        foreach (var old in Directory.Exists(followUps) ? Directory.EnumerateFiles(followUps, "*.md").Where(file => Path.GetFileNameWithoutExtension(file).All(char.IsAsciiDigit)) : [])
        {
            File.Delete(old);
        }
    }

    /// <summary>Every preview leaves its data, which begins with the incident.</summary>
    private static bool IsOfPreview(string path) =>
        File.Exists(path) && File.ReadLines(path).Take(2).ToList() is ["{", var first] && first.StartsWith("  \"incident\":", StringComparison.Ordinal);
}
