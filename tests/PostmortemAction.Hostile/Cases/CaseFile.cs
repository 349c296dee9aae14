using System.Text.Json;

namespace PostmortemAction.Hostile.Cases;

/// <summary>A file of cases, <c>hostile/1</c>.</summary>
public static class CaseFile
{
    public static IReadOnlyList<HostileCase> Read(string path) => Parse(File.ReadAllText(path));

    public static IReadOnlyList<HostileCase> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("schema").GetString() is not "hostile/1")
        {
            throw new InvalidDataException("This is no file of hostile cases.");
        }

        return [.. root.GetProperty("cases").EnumerateArray().Select(Case)];
    }

    private static HostileCase Case(JsonElement element)
    {
        var bytes = element.TryGetProperty("gen", out var parts) ? GeneratedInput.Bytes(parts) : null;
        var input = parts.ValueKind == JsonValueKind.Undefined ? Text(element, "input") ?? "" : GeneratedInput.Text(parts);
        return new(
            Text(element, "id")!, Text(element, "where")!, Text(element, "class")!, Text(element, "actor") ?? "outsider", Text(element, "via"), input, bytes,
            [.. element.GetProperty("assert").EnumerateArray().Select(assert => new HostileAssert(Text(assert, "sink")!, Text(assert, "op")!, assert.GetProperty("value").Clone()))]);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
