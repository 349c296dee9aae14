using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>The types of JSON.</summary>
internal static class Kinds
{
    public static bool Is(string type, object? value) => type switch
    {
        "null" => value is null,
        "string" => value is string,
        "boolean" => value is bool,
        "integer" => value is int or long,
        "number" => value is int or long or double,
        "object" => value is JsonMap,
        "array" => value is IReadOnlyList<object?>,
        _ => false,
    };

    public static string Name(object? value) =>
        Array.Find(["null", "string", "boolean", "integer", "number", "object", "array"], type => Is(type, value)) ?? "nothing of JSON";
}
