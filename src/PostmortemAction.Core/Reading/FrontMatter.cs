namespace PostmortemAction.Core.Reading;

/// <summary>The data at the head of a document: between <c>---</c> lines (YAML) or <c>+++</c> lines (TOML).</summary>
internal sealed class FrontMatter
{
    private readonly string text;
    private readonly int end;

    /// <param name="end">Where the text below it begins.</param>
    private FrontMatter(string text, int end, int lines, Dictionary<string, string> values) => (this.text, this.end, Lines, Values) = (text, end, lines, values);

    /// <summary>Its values by key, as text without quotes.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>How many lines it takes.</summary>
    public int Lines { get; }

    /// <summary>Its title; null when it has none.</summary>
    public string? Title => Values.GetValueOrDefault("title") is { Length: > 0 } title ? title : null;

    /// <summary>The text below it.</summary>
    public string Body => text[end..];

    public static FrontMatter Read(string text)
    {
        var mark = LineAt(text, 0).TrimEnd();
        var values = new Dictionary<string, string>();
        if (mark is not ("---" or "+++"))
        {
            return new(text, 0, 0, values);
        }

        for (var (at, lines) = (Next(text, 0), 2); at is { } start; at = Next(text, start), lines++)
        {
            var line = LineAt(text, start);
            if (line.TrimEnd().SequenceEqual(mark))
            {
                return new(text, Next(text, start) ?? text.Length, lines, values);
            }

            if (line.IndexOfAny(':', '=') is var sign and > 0 && !char.IsWhiteSpace(line[0]))
            {
                values.TryAdd(line[..sign].Trim().ToString(), line[(sign + 1)..].Trim().Trim("\"'").ToString());
            }
        }

        return new(text, 0, 0, []);
    }

    private static ReadOnlySpan<char> LineAt(string text, int start) =>
        text.AsSpan(start) is var rest && rest.IndexOf('\n') is var length and >= 0 ? rest[..length] : rest;

    /// <summary>Where the next line begins; null where there is none.</summary>
    private static int? Next(string text, int start) => text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : null;
}
