using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reviews;

/// <summary>Whether a document tells what happened, or who is to blame. Quotes, code and links are not the authors' words.</summary>
internal static class BlamelessRules
{
    /// <summary>What says so, and where.</summary>
    public static IReadOnlyList<(BlamePattern Pattern, int Line, string Words)> Find(Prose prose)
    {
        var told = new List<(int Start, int End)>();
        var found = new List<(BlamePattern, int, string)>();
        foreach (var pattern in BlameLexicon.All)
        {
            foreach (var (start, end) in pattern.Find(prose.Words))
            {
                var words = prose.Words[start..end].Trim();
                if (told.Exists(other => other.Start < end && start < other.End) || IsNone(pattern, words))
                {
                    continue;
                }

                told.Add((start, end));
                found.Add((pattern, prose.LineOf(start), words));
            }
        }

        return found;
    }

    public static void Tell(ReadDocument document, IReadOnlyList<(BlamePattern Pattern, int Line, string Words)> found)
    {
        foreach (var (pattern, line, words) in found)
        {
            document.Tell(pattern.Code, line, $"{Quoted.Code(words)} {pattern.Reason}.", pattern.Hint);
        }
    }

    private static bool IsNone(BlamePattern pattern, string words)
    {
        var parts = words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return BlameLexicon.NoParticiples.Contains(parts[^1])
            || (pattern.IsCased && BlameLexicon.NoNames.Contains(parts[0].Split('’', '\'')[0]));
    }
}
