using System.Globalization;
using System.Text;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Secrets;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Actions;

/// <summary>
/// The runner's contract: inputs, event, log, annotations, outputs and summary. The seam behind which a hand-made adapter stands in for Actions.Core.
/// See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
/// </summary>
public sealed class ActionsRuntime(IReadOnlyDictionary<string, string> environment, TextWriter log)
{
    /// <summary>The runner shows ten annotations of each level for a step.</summary>
    private const int MostAnnotations = 10;

    private readonly Dictionary<string, int> annotations = [];
    private readonly HashSet<string> refused = [];

    public static ActionsRuntime FromProcess()
    {
        var variables = new Dictionary<string, string>();
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return new(variables, Console.Out);
    }

    /// <summary>A variable of the environment; null when absent or empty.</summary>
    public string? Variable(string name) => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether something that later steps or people wait for could not be handed to the runner.</summary>
    public bool IsIncomplete => refused.Count > 0;

    /// <summary>An input, trimmed; empty when not given. The runner keeps hyphens in the names.</summary>
    public string Input(string name) => environment.GetValueOrDefault($"INPUT_{name.ToUpperInvariant().Replace(' ', '_')}", "").Trim();

    /// <summary>What must not be told: it is taken out of everything that goes through here, and belongs taken out of every text that is sent.</summary>
    public KnownSecrets Secrets { get; } = new();

    /// <summary>Hides a value from here on, in the log by the runner too.</summary>
    public void Mask(string value)
    {
        Secrets.Add(value);
        log.WriteLine($"::add-mask::{LogText.Data(value)}");
    }

    public void Step(string text) => log.WriteLine(LogText.Line(Secrets.Hide(text)));

    public void Debug(string text)
    {
        if (Variable("RUNNER_DEBUG") == "1")
        {
            log.WriteLine($"::debug::{LogText.Data(Secrets.Hide(text))}");
        }
    }

    public void Group(string title, IEnumerable<string> lines)
    {
        log.WriteLine($"::group::{LogText.Data(Secrets.Hide(title))}");
        foreach (var line in lines)
        {
            log.WriteLine($"  {LogText.Line(Secrets.Hide(line))}");
        }

        log.WriteLine("::endgroup::");
    }

    public void Notice(string message) => Annotate("notice", null, message);

    /// <summary>A problem as an annotation, at its line where it stands in a file of the repository.</summary>
    public void Tell(Problem problem)
    {
        var isFile = problem.Place is { } place
            && !place.StartsWith("http", StringComparison.Ordinal) && !place.StartsWith("input ", StringComparison.Ordinal);
        var text = $"{problem.Message} {problem.Fix}{(isFile ? "" : InBrackets(problem.Place))}";
        Annotate(Level(problem.Level), isFile ? problem.Place : null, text, problem.Code);
    }

    /// <summary>A finding as an annotation on its line of the file.</summary>
    public void Tell(Finding finding, string path) => Annotate(
        Level(finding.Level),
        [$"file={LogText.Property(Secrets.Hide(path))}", string.Create(CultureInfo.InvariantCulture, $"line={finding.Line}")],
        string.Create(CultureInfo.InvariantCulture, $"{path}:{finding.Line}"),
        $"{finding.Message} {finding.Hint}",
        finding.Code);

    /// <summary>Sets an output. The value stands between delimiters that nobody can guess: it may hold people's words.</summary>
    public void SetOutput(string name, string value)
    {
        if (Variable("GITHUB_OUTPUT") is { } file)
        {
            var delimiter = $"delimiter_{Guid.NewGuid():N}";
            Append("GITHUB_OUTPUT", "outputs", file, $"{name}<<{delimiter}\n{Secrets.Hide(value).Replace("\r\n", "\n", StringComparison.Ordinal)}\n{delimiter}\n");
        }
    }

    /// <summary>Appends Markdown to the job summary; what does not fit is left out and said.</summary>
    public void Summarize(string markdown)
    {
        if (Variable("GITHUB_STEP_SUMMARY") is not { } file)
        {
            return;
        }

        var used = File.Exists(file) ? new FileInfo(file).Length : 0;
        if (Limits.OfSummary(Secrets.Hide(markdown), Limits.SummaryBytes - used - 1, "the pull request") is { Length: > 0 } text)
        {
            Append("GITHUB_STEP_SUMMARY", "summary", file, text + "\n");
        }
    }

    /// <summary>Writes a file for later steps into the runner's temporary folder.</summary>
    /// <returns>Whether it is there.</returns>
    public bool Save(string name, string text) =>
        Variable("RUNNER_TEMP") is { } folder && Directory.Exists(folder)
        && Try("RUNNER_TEMP", "files", () => File.WriteAllText(Path.Combine(folder, name), Secrets.Hide(text)));

    private static string Level(ProblemLevel level) => level switch { ProblemLevel.Error => "error", ProblemLevel.Warning => "warning", _ => "notice" };

    private void Annotate(string level, string? place, string message, string? title = null) => Annotate(level, Properties(place), place, message, title);

    private void Annotate(string level, List<string> properties, string? place, string message, string? title)
    {
        message = Limits.OfAnnotation(Secrets.Hide(message), "the job summary");
        var count = annotations[level] = annotations.GetValueOrDefault(level) + 1;
        if (count > MostAnnotations)
        {
            Step($"{level}: {message}{InBrackets(place)}");
            return;
        }

        if (title is not null)
        {
            properties.Add($"title={LogText.Property(title)}");
        }

        log.WriteLine($"::{level}{(properties.Count > 0 ? " " : "")}{string.Join(',', properties)}::{LogText.Data(message)}");
    }

    private static List<string> Properties(string? place)
    {
        var properties = new List<string>();
        if (place is not null)
        {
            var parts = place.Split(':');
            properties.Add($"file={LogText.Property(parts[0])}");
            if (parts.Length > 1 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                properties.Add($"line={parts[1]}");
                if (parts.Length > 2 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                {
                    properties.Add($"col={parts[2]}");
                }
            }
        }

        return properties;
    }

    private static string InBrackets(string? place) => place is null ? "" : $" ({place})";

    private void Append(string variable, string what, string file, string text) =>
        Try(variable, what, () => File.AppendAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)));

    /// <summary>A full disk must not undo or hide what was done on GitHub: it is told once, and the run ends red.</summary>
    private bool Try(string variable, string what, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (refused.Add(variable))
            {
                Tell(Problem.Error(
                    "runner-file-refused",
                    $"The runner takes no {what}: the file of {Quoted.Code(variable)} cannot be written ({Quoted.Code(e.Message, 200)}). What was done on GitHub stays done.",
                    "Look at the runner's disk and permissions, and run again: the next run makes nothing twice."));
            }

            return false;
        }
    }
}
