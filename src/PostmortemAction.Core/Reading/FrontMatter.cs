namespace PostmortemAction.Core.Reading;

/// <summary>The data at the head of a document: between <c>---</c> lines (YAML) or <c>+++</c> lines (TOML).</summary>
/// <param name="Title">Its title; null when it has none.</param>
/// <param name="Body">The text below it.</param>
/// <param name="Lines">How many lines it takes.</param>
internal sealed record FrontMatter(string? Title, string Body, int Lines)
{
    public static FrontMatter Read(string text)
    {
        var lines = text.Split('\n');
        var mark = lines[0].TrimEnd();
        var end = mark is "---" or "+++" ? Array.FindIndex(lines, 1, line => line.TrimEnd() == mark) : -1;
        if (end < 0)
        {
            return new(null, text, 0);
        }

        var title = lines[1..end].Select(line => line.Split([':', '='], 2)).FirstOrDefault(pair => pair.Length == 2 && pair[0].Trim() == "title")?[1].Trim().Trim('"', '\'');
        return new(string.IsNullOrEmpty(title) ? null : title, string.Join('\n', lines[(end + 1)..]), end + 1);
    }
}
