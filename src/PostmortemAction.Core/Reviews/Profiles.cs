namespace PostmortemAction.Core.Reviews;

/// <summary>What a document must hold by severity, where the team's configuration does not say otherwise: data.</summary>
public static class Profiles
{
    /// <summary>Stands for every severity without a line of its own, and for none.</summary>
    public const string Other = "other";

    /// <summary>Everything that can be asked for.</summary>
    public static IReadOnlyList<string> Aspects { get; } = [.. Reviews.Aspects.All.Select(aspect => aspect.Id)];

    private static readonly IReadOnlyList<string> Minimum =
        ["start", "end", "zone", "services", "impact", "timeline", "detection", "root-cause", "resolution", "tasks"];

    private static readonly IReadOnlyList<string> Most =
        ["start", "end", "zone", "services", "impact", "users", "timeline", "detection", "detected-how", "investigation", "resolved-how", "root-cause", "resolution", "improvements", "tasks"];

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Default { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["SEV1"] = Aspects,
        ["SEV2"] = Most,
        [Other] = Minimum,
    };

    /// <summary>What a built-in template never shows, by its name: nobody is asked for what would not stand there.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> NotShown { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["brief"] = ["investigation", "misleading-path", "improvements"],
    };

    /// <param name="own">The team's own, by severity in any case.</param>
    /// <param name="template">The template that the team chose; null for the default one.</param>
    public static IReadOnlyList<string> Of(string? severity, IReadOnlyDictionary<string, IReadOnlyList<string>> own, string? template = null)
    {
        var name = severity ?? Other;
        return Own(name)
            ?? (Default.TryGetValue(name, out var wanted) ? Shown(wanted) : null)
            ?? Own(Other)
            ?? Shown(Minimum);

        IReadOnlyList<string>? Own(string key) => own.FirstOrDefault(line => line.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;

        IReadOnlyList<string> Shown(IReadOnlyList<string> aspects) =>
            NotShown.TryGetValue(template ?? "", out var hidden) ? [.. aspects.Except(hidden)] : aspects;
    }
}
