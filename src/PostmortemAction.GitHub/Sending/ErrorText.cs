using System.Text.Json;

namespace PostmortemAction.GitHub;

/// <summary>GitHub's own words in the body of an error. Its details are objects, plain strings or a single string, depending on the route.</summary>
internal static class ErrorText
{
    /// <returns>Null where there are none, as on an error page of something between us and GitHub.</returns>
    public static string? Of(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            string?[] words = document.RootElement.ValueKind == JsonValueKind.Object
                ? [Text(document.RootElement, "message"), .. Details(document.RootElement)]
                : [];
            var text = string.Join("; ", words.Where(word => !string.IsNullOrEmpty(word)));
            return text.Length > 0 ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The types of the errors of GraphQL; none where the body is no JSON.</summary>
    public static IReadOnlyList<string> Types(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
                ? [.. errors.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object).Select(error => Text(error, "type")).OfType<string>()] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string?> Details(JsonElement body) =>
        !body.TryGetProperty("errors", out var errors) ? []
        : errors.ValueKind == JsonValueKind.Array ? errors.EnumerateArray().Select(Detail)
        : [Detail(errors)];

    private static string? Detail(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => error.GetString(),
        JsonValueKind.Object when Text(error, "message") is { } message => Text(error, "type") is { } type ? $"{type}: {message}" : message,
        JsonValueKind.Object => string.Join(' ', new[] { Text(error, "type"), Text(error, "field"), Text(error, "code") }.Where(word => word is not null)),
        _ => null,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
