using PostmortemAction.Convergence.Simulation.Contracts;

namespace PostmortemAction.Convergence.Simulation.Json;

/// <summary>
/// An object of an answer or a request. Values are maps, lists, texts, whole numbers, truth values and null. Unlike the nodes of
/// System.Text.Json the same map may be part of many answers; it does not change once it is in one.
/// </summary>
public sealed class JsonMap : Dictionary<string, object?>
{
    private readonly List<Schema> known = [];

    public JsonMap()
        : base(StringComparer.Ordinal)
    {
    }

    public JsonMap(JsonMap other)
        : base(other, StringComparer.Ordinal)
    {
    }

    /// <summary>Its bytes, once they were written: accounts stand in an answer a hundred times.</summary>
    internal byte[]? Bytes { get; set; }

    public string? Text(string name) => GetValueOrDefault(name) as string;

    public long? Number(string name) => GetValueOrDefault(name) as long?;

    public IReadOnlyList<object?>? List(string name) => GetValueOrDefault(name) as IReadOnlyList<object?>;

    public object? GetValueOrDefault(string name) => TryGetValue(name, out var value) ? value : null;

    internal bool IsKnownAs(Schema schema) => known.Contains(schema);

    internal void KnowAs(Schema schema) => known.Add(schema);
}
