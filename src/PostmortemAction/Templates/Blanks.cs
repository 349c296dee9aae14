using System.Text;
using System.Text.RegularExpressions;
using PostmortemAction.Core.Reading;

namespace PostmortemAction.Templates;

/// <summary>The white space of a written document.</summary>
internal static partial class Blanks
{
    /// <summary>One blank line between blocks outside code, one line end at the end, nothing behind a line but the two blanks that break it.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var lines = text.Split('\n');
        var fenced = InFences(lines);
        var wasBlank = true;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = fenced[i] ? lines[i] : lines[i].TrimEnd(' ', '\t');
            var isBlank = line.Length == 0 && !fenced[i];
            if (!(isBlank && wasBlank))
            {
                var isBreak = !isBlank && !fenced[i] && lines[i].EndsWith("  ", StringComparison.Ordinal)
                    && i + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[i + 1]);
                tidy.Append(line).Append(isBreak ? "  " : "").Append('\n');
            }

            wasBlank = isBlank;
        }

        return tidy.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>
    /// For each line whether it stands in a code fence. As <see cref="Fences.Inside"/>, but also in lists in lists, where a fence is
    /// indented by more than three blanks. One that nobody closed counts as its first line only.
    /// </summary>
    private static bool[] InFences(string[] lines)
    {
        var inside = new bool[lines.Length];
        var items = new Stack<int>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            Leave(items, Indent(line));
            var text = Content(line, items);
            if (Fences.Opens(line[Math.Min(text, line.Length)..]) is not { } fence)
            {
                continue;
            }

            var end = i + 1;
            while (end < lines.Length && !Fences.Closes(lines[end], fence))
            {
                // The item ends before its fence does.
                end = !string.IsNullOrWhiteSpace(lines[end]) && Indent(lines[end]) < text ? lines.Length : end + 1;
            }

            Array.Fill(inside, true, i, end < lines.Length ? end - i + 1 : 1);
            i = end < lines.Length ? end : i;
        }

        return inside;
    }

    /// <summary>Where the text of a line starts in the list items that are open, and opens those that it starts.</summary>
    private static int Content(string line, Stack<int> items)
    {
        var start = items.TryPeek(out var open) ? open : 0;
        while (Marker().Match(line, start, line.Length - start) is { Success: true } marker)
        {
            start += marker.Length;
            items.Push(start);
        }

        return start;
    }

    private static void Leave(Stack<int> items, int indent)
    {
        while (items.TryPeek(out var open) && indent < open)
        {
            items.Pop();
        }
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    [GeneratedRegex(@"\G {0,3}(?:[-+*]|[0-9]{1,9}[.)]) {1,4}(?! )", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
