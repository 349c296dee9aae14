using System.Text.Json;
using System.Text.Json.Serialization;

namespace PostmortemAction.GitHub;

/// <summary>A label; the description allows a plain string in its place.</summary>
[JsonConverter(typeof(LabelConverter))]
public sealed record Label(string Name);

internal sealed class LabelConverter : JsonConverter<Label>
{
    public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new(reader.GetString()!);
        }

        using var document = JsonDocument.ParseValue(ref reader);
        return new(document.RootElement.TryGetProperty("name", out var name) ? name.GetString() ?? "" : "");
    }

    public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
