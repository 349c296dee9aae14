using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PostmortemAction.Convergence.Simulation.Json;

/// <summary>JSON to and from <see cref="JsonMap"/>.</summary>
public static class JsonText
{
    /// <summary>What is longer is written anew: kept, the texts of a long conversation would weigh more than the product that is tested.</summary>
    private const int MostKept = 16 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? page;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(object? value)
    {
        // One for all answers of a thread: growing a new one leaves three times the answer behind.
        var buffer = page ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    public static object? Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return Value(document.RootElement);
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case JsonMap map when map.Values.Any(part => part is string { Length: > MostKept }): WriteMap(writer, map); break;
            case JsonMap map: writer.WriteRawValue(map.Bytes ??= Bytes(map), skipInputValidation: true); break;
            case IEnumerable<object?> list: Write(writer, list); break;
            default: throw new ArgumentException($"JSON has no {value.GetType().Name}.", nameof(value));
        }
    }

    private static byte[] Bytes(JsonMap map)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WriteMap(writer, map);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMap(Utf8JsonWriter writer, JsonMap map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IEnumerable<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static JsonMap Map(JsonElement element)
    {
        var map = new JsonMap();
        foreach (var property in element.EnumerateObject())
        {
            map[property.Name] = Value(property.Value);
        }

        return map;
    }
}
