using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Hosting;

namespace PostmortemAction.Configuration;

/// <summary>Finds the issue forms that file incidents.</summary>
public static class FormFinder
{
    public const string Folder = ".github/ISSUE_TEMPLATE";

    /// <summary>The texts of the repository's issue forms, by path.</summary>
    public static async Task<IReadOnlyList<(string Path, string Text)>> ReadAsync(IRepositoryHost host, CancellationToken cancellation)
    {
        var files = (await host.ListFilesAsync(Folder, cancellation)).Where(IsForm).ToList();
        var texts = await Task.WhenAll(files.Select(file => host.ReadFileAsync(file, cancellation)));
        return [.. files.Zip(texts, (path, text) => (path, text ?? ""))];
    }

    /// <summary>The forms that carry the incident label; our own one when there are none.</summary>
    /// <param name="problems">Gets the mistakes of broken forms: they must not stop the postmortem.</param>
    public static IReadOnlyList<FormDefinition> Find(
        IReadOnlyList<(string Path, string Text)> files, string incidentLabel, ICollection<Problem> problems)
    {
        var forms = new List<FormDefinition>();
        foreach (var (path, text) in files)
        {
            try
            {
                if (FormReader.Carries(text, path, incidentLabel) && FormReader.Read(text, path) is { } form)
                {
                    forms.Add(form);
                }
            }
            catch (ProblemException e)
            {
                foreach (var problem in e.Problems)
                {
                    problems.Add(problem with { Level = ProblemLevel.Warning });
                }
            }
        }

        return forms.Count > 0 ? forms : [FormReader.BuiltIn];
    }

    public static bool IsYaml(string path) =>
        path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file of the folder may be a form; <c>config.yml</c> configures the chooser.</summary>
    public static bool IsForm(string path) =>
        IsYaml(path) && !Path.GetFileNameWithoutExtension(path).Equals("config", StringComparison.OrdinalIgnoreCase);
}
