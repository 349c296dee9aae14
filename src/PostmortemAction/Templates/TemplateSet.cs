namespace PostmortemAction.Templates;

/// <summary>The built-in templates. A set is a document and the partials that are its own; the others are those of <see cref="Default"/>.</summary>
public static class TemplateSet
{
    public const string Default = "full";

    public static IReadOnlyList<string> Names { get; } = ["brief", Default, "google-sre", "alx"];

    /// <summary>The document of a set.</summary>
    public static TemplateSource Document(string set) => Embedded(set, "document") ?? throw new InvalidOperationException($"The set {set} has no document.");

    /// <summary>A partial as a set writes it.</summary>
    public static TemplateSource Partial(string set, string name) =>
        Embedded(set, name) ?? Embedded(Default, name) ?? throw new InvalidOperationException($"The partial {name} is not embedded.");

    private static TemplateSource? Embedded(string set, string name) =>
        Resources.Find($"{set}/{name}{TemplatePartials.Ending}") is { } text ? new($"built-in {set}/{name}{TemplatePartials.Ending}", text) : null;
}
