namespace PostmortemAction.Benchmark.Reports;

/// <summary>A part of the README between two comments, which is written by this program.</summary>
internal static class ReadmePart
{
    public static void Write(string mark, string text)
    {
        var path = Path.Combine(Places.Root, "README.md");
        var readme = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {mark} -->\n", $"<!-- end of {mark} -->");
        var from = readme.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = readme.IndexOf(end, StringComparison.Ordinal);
        if (from < begin.Length || to < from)
        {
            throw new InvalidOperationException($"README.md lacks {begin.Trim()} or {end}.");
        }

        File.WriteAllText(path, $"{readme[..from]}\n{text.Trim()}\n\n{readme[to..]}");
    }
}
