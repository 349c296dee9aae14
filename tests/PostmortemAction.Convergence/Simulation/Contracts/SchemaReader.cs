using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>Makes schemas ready, each once; they may contain each other.</summary>
/// <param name="named">The description's schemas by name.</param>
public sealed class SchemaReader(JsonMap named)
{
    private const string Reference = "contract#/schemas/";
    private readonly Dictionary<string, Schema> read = [];

    public Schema Read(JsonMap source)
    {
        if (source.Text("$ref") is { } reference)
        {
            return Named(reference[Reference.Length..]);
        }

        var schema = new Schema();
        Fill(schema, source);
        return schema;
    }

    private Schema Named(string name)
    {
        if (!read.TryGetValue(name, out var schema))
        {
            read[name] = schema = new();
            Fill(schema, (JsonMap)named[name]!);
        }

        return schema;
    }

    private void Fill(Schema schema, JsonMap source)
    {
        if (source.Text("$ref") is not null)
        {
            schema.AllOf = [Read(source)];
            return;
        }

        schema.Types = source.GetValueOrDefault("type") switch
        {
            string one => [one],
            IReadOnlyList<object?> several => [.. several.OfType<string>()],
            _ => [],
        };
        schema.Properties = (source.GetValueOrDefault("properties") as JsonMap ?? []).ToDictionary(each => each.Key, each => Read((JsonMap)each.Value!));
        schema.Required = [.. (source.List("required") ?? []).OfType<string>()];
        schema.Others = source.GetValueOrDefault("additionalProperties") is JsonMap others ? Read(others) : null;
        schema.Items = source.GetValueOrDefault("items") is JsonMap items ? Read(items) : null;
        schema.Values = source.List("enum");
        schema.Format = source.Text("format");
        schema.Length = (source.Number("minLength") ?? source.Number("minItems") ?? 0, source.Number("maxLength") ?? source.Number("maxItems") ?? long.MaxValue);
        schema.AnyOf = List(source, "anyOf");
        schema.OneOf = List(source, "oneOf");
        schema.AllOf = List(source, "allOf");
    }

    private List<Schema> List(JsonMap source, string word) => [.. (source.List(word) ?? []).OfType<JsonMap>().Select(Read)];
}
