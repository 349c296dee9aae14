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

    /// <param name="own">The team's own, by severity in any case.</param>
    public static IReadOnlyList<string> Of(string? severity, IReadOnlyDictionary<string, IReadOnlyList<string>> own)
    {
        var name = severity ?? Other;
        return own.FirstOrDefault(line => line.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            ?? Default.GetValueOrDefault(name)
            ?? own.FirstOrDefault(line => line.Key.Equals(Other, StringComparison.OrdinalIgnoreCase)).Value
            ?? Minimum;
    }
}
