namespace PostmortemAction.Core.Documents;

/// <summary>Brings metadata that people changed up to date, key by key: a tag that somebody added must not leave the duration behind.</summary>
internal static class FrontMatterMerge
{
    private const string Fence = "---";

    /// <param name="last">What we last wrote.</param>
    /// <param name="current">What is there.</param>
    /// <param name="fresh">What we would write.</param>
    /// <returns>The metadata, and whether the facts say something new of a key that is people's.</returns>
    public static (string Text, bool HasNews) Of(string last, string current, string fresh)
    {
        var (before, wanted) = (Keys(last), Keys(fresh));
        var there = Blocks(current);
        var hasNews = false;
        var text = new List<string>();
        foreach (var (key, lines) in there)
        {
            var (old, now) = (before.GetValueOrDefault(key), wanted.GetValueOrDefault(key));
            var isTheirs = old is null || !Same(lines, old);
            hasNews |= isTheirs && now is not null && !Same(now, old) && !Same(now, lines);
            text.AddRange(isTheirs || Same(lines, now) ? lines : now is null ? [] : Ended(now, lines[0]));
        }

        var keys = there.Select(block => block.Key).ToHashSet();
        var added = wanted.Where(block => !before.ContainsKey(block.Key) && !keys.Contains(block.Key)).SelectMany(block => Ended(block.Value, text[0]));
        text.InsertRange(text.FindLastIndex(line => line.TrimEnd('\r') == Fence), added);
        return (string.Join('\n', text), hasNews);
    }

    /// <summary>Each key with the lines that belong to it; the first of keys that are alike.</summary>
    private static Dictionary<string, List<string>> Keys(string text) => Blocks(text).Where(block => block.Key.Length > 0).DistinctBy(block => block.Key).ToDictionary(block => block.Key, block => block.Lines);

    /// <summary>All lines in a row; what is neither a key nor below one has none.</summary>
    private static List<(string Key, List<string> Lines)> Blocks(string text)
    {
        var blocks = new List<(string Key, List<string> Lines)>();
        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && (char.IsLetter(line[0]) || line[0] is '"' or '\'' or '_'))
            {
                blocks.Add((line[..colon].Trim('"', '\'', ' '), [line]));
            }
            else if (blocks.Count > 0 && blocks[^1].Key.Length > 0 && line.TrimEnd('\r') != Fence && line.TrimEnd('\r').Length > 0 && line[0] is ' ' or '\t' or '-')
            {
                blocks[^1].Lines.Add(line);
            }
            else
            {
                blocks.Add(("", [line]));
            }
        }

        return blocks;
    }

    private static bool Same(List<string>? one, List<string>? other) =>
        one is null || other is null ? one == other : one.Select(line => line.TrimEnd('\r')).SequenceEqual(other.Select(line => line.TrimEnd('\r')));

    /// <summary>With the line ends of what stands there.</summary>
    private static List<string> Ended(List<string> lines, string there) => there.EndsWith('\r') ? lines.ConvertAll(line => line.TrimEnd('\r') + '\r') : lines;
}
