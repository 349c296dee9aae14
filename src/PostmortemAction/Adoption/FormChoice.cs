using System.Text.RegularExpressions;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Adoption;

/// <summary>Which of a repository's issue forms serve incidents, and by which label.</summary>
/// <param name="Paths">The forms; none where one is to be written.</param>
/// <param name="Label">The label that makes an issue an incident.</param>
/// <param name="Problems">Forms that cannot be read or do not fit.</param>
public sealed partial record FormChoice(IReadOnlyList<string> Paths, string Label, IReadOnlyList<Problem> Problems)
{
    private static readonly string Usual = new RunSettings().IncidentLabel;

    /// <param name="configured">The label that the configuration names; null where it names none.</param>
    public static FormChoice Of(IReadOnlyList<(string Path, string Text)> files, string? configured)
    {
        var problems = new List<Problem>();
        var forms = files.Select(file => Read(file, configured ?? Usual, problems)).OfType<FormSummary>().ToList();
        var label = configured
            ?? (Carrying(forms, Usual).Count > 0 ? Usual : forms.SelectMany(form => form.Labels).FirstOrDefault(name => IsOfIncidents(name) && OwnFiles.CanHold(name)));
        if (label is not null && Carrying(forms, label) is { Count: > 0 } carrying)
        {
            return new([.. carrying.Select(form => form.Path)], label, [.. problems, .. Mistakes(carrying)]);
        }

        return forms.Find(form => IsOfIncidents(form.Name) || IsOfIncidents(Path.GetFileNameWithoutExtension(form.Path))) is { } named
            ? ByName(named, forms, configured, problems)
            : new([], configured ?? Usual, problems);
    }

    /// <summary>A label of its own makes an incident; one that other forms set too would make incidents of their issues.</summary>
    private static FormChoice ByName(FormSummary form, List<FormSummary> forms, string? configured, List<Problem> problems)
    {
        var own = configured is not null ? null : form.Labels.FirstOrDefault(name => OwnFiles.CanHold(name) && Carrying(forms, name).Count == 1);
        if (own is not null)
        {
            return new([form.Path], own, [.. problems, .. Mistakes([form])]);
        }

        var label = configured ?? Usual;
        var other = form.Labels.Select(name => (Name: name, Form: Carrying(forms, name).Find(each => each != form))).FirstOrDefault(each => each.Form is not null);
        problems.Add(Problem.Warning(
            "form-without-label",
            other.Form is null ? $"The form {Quoted.Code(form.Path)} files incidents, but gives them no label {Quoted.Code(label)}."
                : $"The form {Quoted.Code(form.Path)} files incidents, but its label {Quoted.Code(other.Name)} is set by {Quoted.Code(other.Form.Path)} too.",
            $"Add {Quoted.Code(label)} to its `labels`.",
            form.Path));
        return new([form.Path], label, [.. problems, .. Mistakes([form])]);
    }

    private static IEnumerable<Problem> Mistakes(IReadOnlyList<FormSummary> forms) => Twice(forms).Concat(Fieldless(forms));

    /// <summary>GitHub shows no form with two fields of one name, and an answer could belong to either.</summary>
    private static IEnumerable<Problem> Twice(IEnumerable<FormSummary> forms) =>
        from form in forms
        from label in form.Fields.GroupBy(field => field.Label.Trim(), StringComparer.OrdinalIgnoreCase)
        where label.Count() > 1
        select Problem.Error(
            "form-label-twice",
            $"{Words.Count(label.Count(), "field", "fields")} of the form {Quoted.Code(form.Path)} have the label {Quoted.Code(label.Key)}, {string.Join(" and ", label.Select(field => Quoted.Code(field.Id)))}; GitHub shows no such form.",
            "Give each field a label of its own.",
            form.Path);

    /// <summary>A form in which no field means anything to us is read as free text, by the names of its fields.</summary>
    private static IEnumerable<Problem> Fieldless(IEnumerable<FormSummary> forms) => forms.Where(form => !form.Fields.Any(field => FieldIds.Names.Any(name => name.Id == field.Id))).Select(form => Problem.Note(
        "form-without-ids",
        $"No field of {Quoted.Code(form.Path)} has one of our ids, so its answers are found by their names alone.",
        $"Give its fields ids such as {string.Join(", ", new[] { FieldIds.Started, FieldIds.Resolved, FieldIds.Timeline, FieldIds.Tasks }.Select(id => $"`{id}`"))}.",
        form.Path));

    private static FormSummary? Read((string Path, string Text) file, string label, List<Problem> problems)
    {
        try
        {
            return FormReader.Read(file.Text, file.Path) is { } form
                ? new(
                    file.Path,
                    FormReader.Name(file.Text, file.Path) ?? "",
                    FormReader.Labels(file.Text, file.Path),
                    form.Fields)
                : null;
        }
        catch (ProblemException e)
        {
            problems.AddRange(e.Problems.Select(problem =>
                problem.Code == SafeYaml.Mistake && SeemsOfIncidents(file, label) ? problem : problem with { Level = ProblemLevel.Warning }));
            return null;
        }
    }

    /// <summary>Whether a form that cannot be read is likely the one for incidents: GitHub does not show it, so nobody can file one.</summary>
    private static bool SeemsOfIncidents((string Path, string Text) file, string label) =>
        IsOfIncidents(Path.GetFileNameWithoutExtension(file.Path))
        || file.Text.Split('\n').Any(line => (line.StartsWith("name:", StringComparison.Ordinal) && IsOfIncidents(line)) || (line.StartsWith("labels:", StringComparison.Ordinal) && line.Contains(label, StringComparison.OrdinalIgnoreCase)));

    private static List<FormSummary> Carrying(List<FormSummary> forms, string label) =>
        forms.FindAll(form => form.Labels.Contains(label, StringComparer.OrdinalIgnoreCase));

    private static bool IsOfIncidents(string name) => IncidentWord().IsMatch(name);

    [GeneratedRegex("(?<![a-z])(incident|outage)s?(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IncidentWord();

    private sealed record FormSummary(string Path, string Name, IReadOnlyList<string> Labels, IReadOnlyList<FormField> Fields);
}
