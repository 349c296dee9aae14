using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Adoption;

/// <summary>The files that a repository needs: those that this repository uses itself, with the team's names in them.</summary>
public static class OwnFiles
{
    private const string Published = "uses: ";
    private static readonly RunSettings Usual = new();

    public static string Form(string incidentLabel, string resolvedLabel) => Resources.Text("incident.yml")
        .Replace($"\nlabels: [{Usual.IncidentLabel}]\n", $"\nlabels: [{YamlText.Scalar(incidentLabel)}]\n", StringComparison.Ordinal)
        .Replace($"Label the issue `{Usual.ResolvedLabel}`", $"Label the issue {Quoted.Code(resolvedLabel)}", StringComparison.Ordinal);

    /// <summary>Ours checks the action out and runs it from there; everybody else's names the published one, as a comment in it says.</summary>
    public static string Workflow(string incidentLabel, string directory)
    {
        var lines = Resources.Text("postmortem.workflow.yml").Split('\n').ToList();
        var note = lines.FindIndex(line => line.TrimStart().StartsWith("# In your repository", StringComparison.Ordinal));
        var step = lines.FindIndex(note, line => line.Trim() == "- uses: ./");
        var reference = lines[note][lines[note].IndexOf(Published, StringComparison.Ordinal)..];
        lines[step] = lines[step].Replace("uses: ./", reference, StringComparison.Ordinal);
        lines.RemoveRange(note, step - note);
        return string.Join('\n', lines).Replace(Literal(Usual.IncidentLabel), Literal(incidentLabel), StringComparison.Ordinal)
            .Replace(Literal($"{Usual.Directory}/**"), Literal($"{directory}/**"), StringComparison.Ordinal);
    }

    public static string Settings(string incidentLabel, string resolvedLabel, string directory)
    {
        var all = new Dictionary<string, string> { ["incident-label"] = incidentLabel, ["resolved-label"] = resolvedLabel, ["directory"] = directory };
        var defaults = SettingKeys.All.ToDictionary(key => key.Name, key => key.Default);
        return SettingsFile.Write(all.Where(choice => choice.Value != defaults[choice.Key]).ToDictionary());
    }

    /// <summary>Whether the workflow's expressions can hold the label: nothing in it may begin or end an expression or a line.</summary>
    public static bool CanHold(string label) =>
        label.Length > 0 && label == PlainText.Line(label) && !label.Contains("${{", StringComparison.Ordinal) && !label.Contains("}}", StringComparison.Ordinal);

    /// <summary>https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#literals</summary>
    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
