using System.Text.RegularExpressions;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Adoption;

/// <summary>Decides what <c>init</c> writes, from what the clone holds alone.</summary>
public static partial class AdoptionPlanner
{
    /// <summary>What our workflow is called.</summary>
    private const string OwnName = "Postmortem";

    /// <exception cref="ProblemException">The configuration that is there has mistakes: what is written by guesses would not fit once they are mended.</exception>
    public static AdoptionPlan Make(FolderSurvey survey)
    {
        var (found, problems) = (new List<string>(), new List<Problem>());
        var configured = Configured(survey);
        var choice = FormChoice.Of([.. In(survey, FolderSurvey.FormFolder).Where(file => FormFinder.IsForm(file.Path))], configured?.IncidentLabel);
        problems.AddRange(choice.Problems);
        var label = choice.Label;
        if (!OwnFiles.CanHold(label))
        {
            problems.Add(Problem.Warning("label-unusable", $"A workflow's expression cannot hold the label {Quoted.Code(label)}.", "Choose another `incident-label`."));
            label = new RunSettings().IncidentLabel;
        }

        var resolved = configured?.ResolvedLabel ?? new RunSettings().ResolvedLabel;
        var directory = configured?.Directory ?? survey.PostmortemFolder ?? new RunSettings().Directory;
        if (configured is null && directory == survey.PostmortemFolder)
        {
            found.Add($"Postmortems are kept in {Quoted.Code(directory)}, so that is the `directory`.");
        }

        var files = new List<(string Path, string Text)>();
        if (choice.Paths.All(path => path == FolderSurvey.FormPath))
        {
            files.Add((FolderSurvey.FormPath, OwnFiles.Form(label, resolved)));
            problems.AddRange(NameTwice(survey));
        }
        else
        {
            found.Add($"{string.Join(" and ", choice.Paths.Select(path => Quoted.Code(path)))} {(choice.Paths.Count == 1 ? "files" : "file")} incidents, so no other form is written and `incident-label` is {Quoted.Code(label)}.");
        }

        var other = OtherWorkflow(survey, problems);
        if (other is not null)
        {
            found.Add($"{Quoted.Code(other.Path)} {(other.Calls is { } called ? $"calls {Quoted.Code(called, 200)}, which may run the action" : "runs the action")}, so no second workflow is written.");
        }
        else
        {
            files.Add((FolderSurvey.WorkflowPath, OwnFiles.Workflow(label, directory)));
        }

        files.Add((FolderSurvey.SettingsPath, survey.Files.TryGetValue(FolderSurvey.SettingsPath, out var settings)
            ? SettingsFile.Complete(PlainText.Clean(settings)) : OwnFiles.Settings(label, resolved, directory)));
        return new(
            [.. files.Select(file => PlannedFile.Of(file.Path, file.Text, survey.Files.GetValueOrDefault(file.Path), survey.HasWindowsLines))],
            found, problems, [.. Left(survey.DefaultBranch, label, resolved, other is null ? OwnName : other.Triggers.ContainsKey("workflow_dispatch") ? other.Name : null)]);
    }

    private static IEnumerable<string> Left(string? branch, string label, string resolved, string? workflow) =>
    [
        branch is null
            ? "Commit the files and bring them to the default branch. Which one that is does not show here; GitHub reads them from that one alone."
            : $"Commit the files and bring them to {Quoted.Code(branch)}; GitHub reads them from the default branch alone.",
        $"Create the labels {Quoted.Code(label)} and {Quoted.Code(resolved)}, on GitHub under Issues, Labels: a form gives no label that is not there. "
            + $"{Quoted.Code(DesiredState.FollowUpLabel)} and {Quoted.Code(DesiredState.PostmortemLabel)} are made by the first run that needs them.",
        "On GitHub under Settings, Actions, General, Workflow permissions, tick \"Allow GitHub Actions to create and approve pull requests\". "
            + "Where it is greyed out, the organisation's settings have it.",
        $"Look whether everything is in place: with the command `doctor` and a token, which tells of labels and settings before anything is merged{(workflow is null ? "" : $"; or run the workflow {Quoted.Code(workflow)} by hand with `check`")}.",
        $"Try it: file an incident, comment on it, and label it {Quoted.Code(resolved)}.",
    ];

    /// <summary>Null where there is no configuration.</summary>
    private static RunSettings? Configured(FolderSurvey survey) =>
        survey.Files.TryGetValue(FolderSurvey.SettingsPath, out var text) ? SettingsReader.Read((FolderSurvey.SettingsPath, text), new Dictionary<string, string>())
        : survey.Files.ContainsKey(FolderSurvey.MisnamedSettingsPath) ? throw new ProblemException(Problem.Error(
            "configuration-misnamed", $"The configuration is read from `{FolderSurvey.SettingsPath}` alone, and here it is called `{FolderSurvey.MisnamedSettingsPath}`, so nothing was written.", "Rename it, and run again."))
        : null;

    /// <summary>The job that runs the action already: with two of them every event would be worked off twice.</summary>
    private static WorkflowJob? OtherWorkflow(FolderSurvey survey, List<Problem> problems)
    {
        foreach (var (path, text) in In(survey, FolderSurvey.WorkflowFolder))
        {
            try
            {
                // Where ours would be written, one that runs the action itself is compared with it.
                if (WorkflowReader.Read(text, path).FirstOrDefault(job => path != FolderSurvey.WorkflowPath || job.Calls is not null) is { } job)
                {
                    return job;
                }
            }
            catch (ProblemException e)
            {
                problems.AddRange(e.Problems.Select(problem => problem with { Level = ProblemLevel.Warning }));
            }
        }

        return null;
    }

    /// <summary>GitHub shows no form whose name another template has, those in Markdown included.</summary>
    private static IEnumerable<Problem> NameTwice(FolderSurvey survey) => In(survey, FolderSurvey.FormFolder)
        .Where(file => file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && MarkdownName().Match(file.Text) is { Success: true } match
            && match.Groups[1].Value.Trim().Trim('"', '\'').Equals(FormReader.Name(Resources.Text("incident.yml"), FolderSurvey.FormPath), StringComparison.OrdinalIgnoreCase))
        .Select(file => Problem.Warning(
            "form-name-twice", $"The template {Quoted.Code(file.Path)} has the name of the new form, and GitHub takes a name once.", "Rename it or delete it.", file.Path));

    private static IEnumerable<(string Path, string Text)> In(FolderSurvey survey, string folder) =>
        survey.Files.Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value));

    [GeneratedRegex(@"\A\uFEFF?---\r?\n(?:(?!---)[^\n]*\n)*?name:([^\n]*)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownName();
}
