namespace PostmortemAction.Core.Reading;

/// <summary>The data at the head of a document: between <c>---</c> lines (YAML) or <c>+++</c> lines (TOML).</summary>
/// <param name="Title">Its title; null when it has none.</param>
/// <param name="Values">Its values by key, as text without quotes.</param>
/// <param name="Body">The text below it.</param>
/// <param name="Lines">How many lines it takes.</param>
internal sealed record FrontMatter(string? Title, IReadOnlyDictionary<string, string> Values, string Body, int Lines)
{
    public static FrontMatter Read(string text)
    {
        var lines = text.Split('\n');
        var mark = lines[0].TrimEnd();
        var end = mark is "---" or "+++" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == mark) : -1;
        if (end < 0)
        {
            return new(null, new Dictionary<string, string>(), text, 0);
        }

        var values = new Dictionary<string, string>();
        foreach (var pair in lines[1..end].Select(line => line.Split([':', '='], 2)).Where(pair => pair.Length == 2 && !char.IsWhiteSpace(pair[0].FirstOrDefault(' '))))
        {
            values.TryAdd(pair[0].Trim(), pair[1].Trim().Trim('"', '\''));
        }

        return new(values.GetValueOrDefault("title") is { Length: > 0 } title ? title : null, values, string.Join('\n', lines[(end + 1)..]), end + 1);
    }
}
