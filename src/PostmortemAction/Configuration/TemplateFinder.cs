using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Hosting;
using PostmortemAction.Templates;

namespace PostmortemAction.Configuration;

/// <summary>Finds the template that the settings name, and the team's own partials.</summary>
public static class TemplateFinder
{
    /// <summary>Where a team puts partials of its own.</summary>
    public const string Folder = ".github/postmortem";

    /// <param name="template">The name of a set or the path of a file; null for the default set.</param>
    /// <exception cref="ProblemException">The file is missing, or a mistake stands in what it is made of.</exception>
    public static async Task<FoundTemplate> ReadAsync(IRepositoryHost host, string? template, CancellationToken cancellation)
    {
        var set = template ?? TemplateSet.Default;
        if (TemplateSet.Names.Contains(set))
        {
            return await WithPartialsAsync(host, set, null, cancellation);
        }

        var source = new TemplateSource(set, await host.ReadFileAsync(set, cancellation) ?? throw Missing(set));
        return TemplateTag.All(source.Text).Any(tag => tag.Kind == '>')
            ? await WithPartialsAsync(host, TemplateSet.Default, source, cancellation)
            : new(DocumentTemplate.Parse(source, TemplatePartials.BuiltIn), []);
    }

    private static async Task<FoundTemplate> WithPartialsAsync(IRepositoryHost host, string set, TemplateSource? source, CancellationToken cancellation)
    {
        var paths = await host.ListFilesAsync(Folder, cancellation);
        var names = TemplatePartials.Names.Where(name => paths.Contains(PathOf(name))).ToList();
        var texts = await Task.WhenAll(names.Select(name => host.ReadFileAsync(PathOf(name), cancellation)));
        var own = names.Zip(texts, (name, text) => (name, Source: new TemplateSource(PathOf(name), text ?? ""))).ToDictionary(file => file.name, file => file.Source);
        var strangers = paths.Where(path => !names.Select(PathOf).Contains(path) && path != source?.Name && !IsNote(path));
        var template = source is null && own.Count == 0 ? DocumentTemplate.BuiltIn(set) : DocumentTemplate.Parse(source ?? TemplateSet.Document(set), new(set, own));
        return new(template, [.. strangers.Order(StringComparer.Ordinal).Select(Stranger)]);
    }

    private static string PathOf(string name) => $"{Folder}/{name}{TemplatePartials.Ending}";

    /// <summary>A folder may explain itself.</summary>
    private static bool IsNote(string path) => Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private static Problem Stranger(string path) => Problem.Warning(
        "partial-unknown",
        $"The file {Quoted.Code(path)} is no partial of the template, so nothing reads it.",
        Nearest.Meant(Path.GetFileName(path).Split('.')[0], TemplatePartials.Names) is { } meant ? $"Did you mean {Quoted.Code(PathOf(meant))}? Else move it to another folder."
            : $"Move it to another folder. The partials are {string.Join(", ", TemplatePartials.Names.Select(name => $"`{name}`"))}.",
        path);

    private static ProblemException Missing(string path) => new(Problem.Error(
        "template-missing",
        $"The default branch has no file {Quoted.Code(path)}, which the setting `template` names, and no built-in template is called so.",
        $"Add the file, or name a built-in template: {string.Join(", ", TemplateSet.Names.Select(name => $"`{name}`"))}{(Nearest.Meant(path, TemplateSet.Names) is { } meant ? $"; the nearest is `{meant}`" : "")}."));
}
