using PostmortemAction.Core.Text;

namespace PostmortemAction.Templates;

/// <summary>What <c>{{&gt; name}}</c> stands for: the team's own file, else that of the set.</summary>
/// <param name="set">The set whose partials stand where the team has none of its own.</param>
/// <param name="own">The team's own partials by name; null when it has none.</param>
public sealed class TemplatePartials(string set, IReadOnlyDictionary<string, TemplateSource>? own = null)
{
    /// <summary>How the name of a partial's file ends.</summary>
    public const string Ending = ".md.hbs";

    public static IReadOnlyList<string> Names { get; } = ["summary", "impact", "timeline", "diagram", "measures", "causes", "actions", "lessons"];

    public static TemplatePartials BuiltIn { get; } = new(TemplateSet.Default);

    public string Set { get; } = set;

    /// <exception cref="TemplateException">There is none of the name.</exception>
    internal TemplateSource this[string name] =>
        !Names.Contains(name) ? throw new TemplateException($"there is no partial {Quoted.Code(name)}, {(Nearest.Meant(name, Names) is { } meant ? $"the nearest is {Quoted.Code(meant)}" : $"only {string.Join(", ", Names.Select(known => $"`{known}`"))}")}")
            : own?.GetValueOrDefault(name) is { } source ? source : TemplateSet.Partial(Set, name);
}
