using System.Globalization;
using PostmortemAction.Convergence.Simulation.Json;

namespace PostmortemAction.Convergence.Simulation.Contracts;

/// <summary>
/// A schema of GitHub's description, ready to be compared with values: the words of JSON Schema that the description uses, no others.
/// </summary>
public sealed class Schema
{
    /// <summary>Names as JSON Schema has them; empty where any type will do.</summary>
    public IReadOnlyList<string> Types { get; internal set; } = [];

    public IReadOnlyDictionary<string, Schema> Properties { get; internal set; } = new Dictionary<string, Schema>();

    public IReadOnlyList<string> Required { get; internal set; } = [];

    /// <summary>What unnamed properties are; null where the description does not say.</summary>
    public Schema? Others { get; internal set; }

    public Schema? Items { get; internal set; }

    public IReadOnlyList<object?>? Values { get; internal set; }

    public string? Format { get; internal set; }

    /// <summary>The least and the greatest length of a text, or number of items of a list.</summary>
    public (long Least, long Most) Length { get; internal set; } = (0, long.MaxValue);

    public IReadOnlyList<Schema> AnyOf { get; internal set; } = [];

    public IReadOnlyList<Schema> OneOf { get; internal set; } = [];

    public IReadOnlyList<Schema> AllOf { get; internal set; } = [];

    public bool Matches(object? value)
    {
        if (value is JsonMap known && known.IsKnownAs(this))
        {
            return true;
        }

        if (Mismatch(value) is not null || !PartsMatch(value))
        {
            return false;
        }

        (value as JsonMap)?.KnowAs(this);
        return true;
    }

    /// <summary>What is wrong with a value, with the place; null when nothing is.</summary>
    public string? Problem(object? value, string place = "")
    {
        if (Matches(value))
        {
            return null;
        }

        if (Mismatch(value) is { } mismatch)
        {
            return $"{(place.Length == 0 ? "it" : place)} {mismatch}";
        }

        var inner = value switch
        {
            JsonMap map => map.Select(part => Of(part.Key)?.Problem(part.Value, $"{place}.{part.Key}")),
            IReadOnlyList<object?> list => list.Select((item, i) => Items?.Problem(item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"))),
            _ => [],
        };
        return inner.Concat(AllOf.Select(schema => schema.Problem(value, place))).FirstOrDefault(problem => problem is not null)
            ?? $"{place} is none of the alternatives: {string.Join("; or ", AnyOf.Concat(OneOf).Select(schema => schema.Problem(value, place)).OfType<string>().Take(3))}";
    }

    private Schema? Of(string property) => Properties.TryGetValue(property, out var schema) ? schema : Others;

    /// <summary>What is wrong with the value itself, its parts aside.</summary>
    private string? Mismatch(object? value)
    {
        if (Types.Count > 0 && !Types.Any(type => Kinds.Is(type, value)))
        {
            return $"is {Kinds.Name(value)}, not {string.Join(" or ", Types)}";
        }

        if (Values is not null && !Values.Contains(value))
        {
            return $"is '{value ?? "null"}', which is not among {string.Join(", ", Values)}";
        }

        return value switch
        {
            string text when Format is not null && !Formats.Fits(Format, text) => $"is '{text}', no {Format}",
            string text when text.Length < Length.Least || text.Length > Length.Most => "has a wrong length",
            IReadOnlyList<object?> list when list.Count < Length.Least || list.Count > Length.Most => "has a wrong number of items",
            JsonMap map when Required.FirstOrDefault(name => !map.ContainsKey(name)) is { } missing => $"lacks '{missing}'",
            _ => null,
        };
    }

    private bool PartsMatch(object? value)
    {
        var own = value switch
        {
            JsonMap map => map.All(part => Of(part.Key)?.Matches(part.Value) ?? true),
            IReadOnlyList<object?> list when Items is not null => list.All(Items.Matches),
            _ => true,
        };
        return own
            && AllOf.All(schema => schema.Matches(value))
            && (AnyOf.Count == 0 || AnyOf.Any(schema => schema.Matches(value)))
            && (OneOf.Count == 0 || OneOf.Count(schema => schema.Matches(value)) == 1);
    }
}
