using PostmortemAction.Core.Reading;

namespace PostmortemAction.Core.Reviews;

/// <summary>
/// Finds the lines of a file on which the reading's entries and tasks stand: by their first letters and digits, each line once and in order,
/// since marks, links and times around the words are gone by then.
/// </summary>
internal sealed class Located(IReadOnlyList<string> lines)
{
    private const int Letters = 40;

    /// <summary>So many searches through the whole file may end in nothing before further ones are not begun.</summary>
    private const int MostMisses = 100;

    private readonly string[] keys = [.. lines.Select(line => Key(line, int.MaxValue))];
    private readonly HashSet<int> taken = [];
    private int misses;
    private int next;

    /// <summary>The line, counted from one; 0 where it is not found.</summary>
    /// <param name="from">The line at which to begin, counted from one.</param>
    public int Find(string text, int from)
    {
        var key = Key(text.Split('\n')[0], Letters);
        if (key.Length == 0 || misses > MostMisses)
        {
            return 0;
        }

        // Mostly the next one stands behind the last one.
        var found = Find(key, Math.Max(next, from - 1), keys.Length) ?? Find(key, from - 1, Math.Min(next, keys.Length));
        if (found is { } line)
        {
            next = line + 1;
            return next;
        }

        misses++;
        return 0;
    }

    private int? Find(string key, int from, int to)
    {
        for (var i = Math.Max(0, from); i < to; i++)
        {
            if (keys[i].Contains(key, StringComparison.Ordinal) && taken.Add(i))
            {
                return i;
            }
        }

        return null;
    }

    private static string Key(string line, int most) =>
        string.Concat((Pictures.IsOnlyPicture(line) ? "" : line).Where(char.IsLetterOrDigit).Take(most)).ToLowerInvariant();
}
