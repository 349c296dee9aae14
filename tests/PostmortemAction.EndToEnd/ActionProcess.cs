using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace PostmortemAction.EndToEnd;

/// <summary>The built program, started as the runner starts the container: environment, event file and command files.</summary>
internal static class ActionProcess
{
    /// <summary>Names the published program, which is tried in place of the built one: it is what the image holds, and starts in a fraction of the time.</summary>
    private const string Published = "POSTMORTEM_PROGRAM";

    private static readonly string Program = typeof(ActionProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Program").Value!;

    /// <param name="inputs">The inputs that are given, and the runner's variables that are not as usual.</param>
    public static async Task<ActionResult> RunAsync(
        Uri api, string repository, string eventName, object payload, string? token, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var folder = Directory.CreateTempSubdirectory("postmortem-").FullName;
        try
        {
            string[] command = Environment.GetEnvironmentVariable(Published) is { Length: > 0 } published ? [published] : ["dotnet", Program];
            var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            var path = Environment.GetEnvironmentVariable("PATH");
            var root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
            start.Environment.Clear();
            start.Environment["PATH"] = path;
            start.Environment["HOME"] = folder;
            if (root is not null)
            {
                start.Environment["DOTNET_ROOT"] = root;
            }

            foreach (var (name, value) in Tests.GitHubEmulation.Runner.Variables(api, repository, eventName, folder))
            {
                start.Environment[name] = inputs?.GetValueOrDefault(name) ?? value;
            }

            // The runner hands over every declared input; one that is not given is an empty text.
            foreach (var name in (string[])["issue-number", "config", "dry-run", "incident-label", "resolved-label", "directory", "template", "time-zone"])
            {
                start.Environment[$"INPUT_{name.ToUpperInvariant()}"] = inputs?.GetValueOrDefault(name) ?? "";
            }

            start.Environment["INPUT_GITHUB-TOKEN"] = token ?? "";
            start.Environment["RUNNER_DEBUG"] = inputs?.GetValueOrDefault("RUNNER_DEBUG") ?? "";
            await File.WriteAllTextAsync(Path.Combine(folder, "event.json"), JsonSerializer.Serialize(payload));
            foreach (var file in (string[])["output", "summary", "env", "path", "state"])
            {
                await File.WriteAllTextAsync(Path.Combine(folder, file), "");
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal("", await File.ReadAllTextAsync(Path.Combine(folder, "env")));
            var json = Directory.EnumerateFiles(folder, "postmortem-*.json").Select(File.ReadAllText).FirstOrDefault();
            return new(
                process.ExitCode,
                await output + await error,
                ReadOutputs(await File.ReadAllLinesAsync(Path.Combine(folder, "output"))),
                await File.ReadAllTextAsync(Path.Combine(folder, "summary")),
                json);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string> ReadOutputs(string[] lines)
    {
        var outputs = new Dictionary<string, string>();
        for (var i = 0; i < lines.Length; i++)
        {
            var parts = lines[i].Split("<<", 2);
            var end = Array.IndexOf(lines, parts[1], i + 1);
            outputs[parts[0]] = string.Join('\n', lines[(i + 1)..end]);
            i = end;
        }

        return outputs;
    }
}
