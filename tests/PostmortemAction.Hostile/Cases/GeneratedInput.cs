using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PostmortemAction.Hostile.Cases;

/// <summary>Inputs too long, too broken or too secret to stand in a file: made from parts.</summary>
public static class GeneratedInput
{
    /// <summary>The bytes, where some part gives bytes; null for a text.</summary>
    public static byte[]? Bytes(JsonElement parts) =>
        parts.EnumerateArray().Any(part => part.TryGetProperty("bytes_hex", out _)) ? [.. parts.EnumerateArray().SelectMany(BytesOf)] : null;

    public static string Text(JsonElement parts) => string.Concat(parts.EnumerateArray().Select(Part));

    private static byte[] BytesOf(JsonElement part) =>
        part.TryGetProperty("bytes_hex", out var hex) ? Convert.FromHexString(hex.GetString()!) : Encoding.UTF8.GetBytes(Part(part));

    private static string Part(JsonElement part)
    {
        if (part.TryGetProperty("lit", out var literal))
        {
            return literal.GetString()!;
        }

        if (part.TryGetProperty("rep", out var repeated))
        {
            return new StringBuilder().Insert(0, repeated.GetString()!, part.GetProperty("n").GetInt32()).ToString();
        }

        if (part.TryGetProperty("seq", out var sequence))
        {
            return string.Concat(Range(part, "from").Select(i => sequence.GetString()!.Replace("{i}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        }

        if (part.TryGetProperty("codepoints_from", out _))
        {
            return string.Concat(Range(part, "codepoints_from").Select(char.ConvertFromUtf32));
        }

        if (part.TryGetProperty("utf16", out var units))
        {
            return new string([.. units.EnumerateArray().Select(unit => (char)unit.GetInt32())]);
        }

        return part.TryGetProperty("bytes_hex", out var hex) ? Encoding.UTF8.GetString(Convert.FromHexString(hex.GetString()!))
            : throw new InvalidDataException($"Nobody knows the part {part.GetRawText()}.");
    }

    private static IEnumerable<int> Range(JsonElement part, string from)
    {
        var first = part.GetProperty(from).GetInt32();
        return Enumerable.Range(first, part.GetProperty("to").GetInt32() - first + 1);
    }
}
