namespace PostmortemAction.Tests.Templates;

/// <summary>A small model of the same plain values that the real one holds.</summary>
internal static class Model
{
    public static IReadOnlyDictionary<string, object?> Small { get; } = new Dictionary<string, object?>
    {
        ["incident"] = 42,
        ["title"] = "Login is down",
        ["severity"] = null,
        ["started_at"] = "2024-04-14T10:00:00+00:00",
        ["resolved_at"] = "2024-10-27T02:30:00+01:00",
        ["multi_day"] = true,
        ["impact"] = new Dictionary<string, object?> { ["summary"] = "Nobody could log in.", ["services"] = List("login", "checkout"), ["users_affected_percent"] = 12.5 },
        ["measures"] = new Dictionary<string, object?> { ["duration"] = new Dictionary<string, object?> { ["minutes"] = 5480L } },
        ["timeline"] = List(Entry("2024-04-14T10:05:00+00:00", "one"), Entry("--04-17T15:00", "two"), Entry("T09:00", "three"), Entry(null, "four")),
        ["improvements"] = List(),
    };

    public static IReadOnlyDictionary<string, object?> With(string key, object? value) => new Dictionary<string, object?>(Small) { [key] = value };

    public static List<object?> List(params object?[] items) => [.. items];

    private static Dictionary<string, object?> Entry(string? at, string text) => new() { ["at"] = at, ["text"] = text };
}
