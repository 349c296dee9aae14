using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PostmortemAction.Core.Documents;

/// <summary>The difference of two texts as the lines of a <c>diff</c> block, with a little of what stands around.</summary>
public static class TextDiff
{
    private const int Context = 2;

    public static string Of(string before, string after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false).Lines;
        var changed = lines.Select(line => line.Type is ChangeType.Inserted or ChangeType.Deleted).ToList();
        var diff = new StringBuilder();
        var left = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var isNear = changed.Skip(Math.Max(0, i - Context)).Take(Math.Min(i, Context) + Context + 1).Contains(true);
            if (!isNear)
            {
                left = true;
                continue;
            }

            if (left && diff.Length > 0)
            {
                diff.Append("…\n");
            }

            left = false;
            diff.Append(lines[i].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' }).Append(lines[i].Text).Append('\n');
        }

        return diff.ToString();
    }

    /// <summary>In a block that nothing inside can end.</summary>
    public static string Fenced(string before, string after)
    {
        var diff = Of(before, after);
        var fence = new string('`', Math.Max(3, Longest(diff) + 1));
        return $"{fence}diff\n{diff}{fence}";
    }

    /// <summary>The length of the longest row of backticks.</summary>
    private static int Longest(string text)
    {
        var (longest, length) = (0, 0);
        foreach (var c in text)
        {
            length = c == '`' ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }
}
