namespace PostmortemAction.Core.Reading;

/// <summary>Code fences as CommonMark defines them: https://spec.commonmark.org/0.31.2/#fenced-code-blocks.</summary>
public static class Fences
{
    /// <summary>The fence that a line opens: its character and length; null when it opens none.</summary>
    public static (char Character, int Length)? Opens(string line)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        if (indent > 3 || indent == line.Length || line[indent] is not ('`' or '~'))
        {
            return null;
        }

        var character = line[indent];
        var length = line.AsSpan(indent).IndexOfAnyExcept(character) is var rest and >= 0 ? rest : line.Length - indent;
        return length < 3 || (character == '`' && line.AsSpan(indent + length).Contains('`')) ? null : (character, length);
    }

    public static bool Closes(string line, (char Character, int Length) fence)
    {
        var text = line.Trim();
        return text.Length >= fence.Length && text.AsSpan().IndexOfAnyExcept(fence.Character) < 0;
    }

    /// <summary>What stands in the fence that a text is, as a form's field with <c>render</c> gives it; another text as it is.</summary>
    public static string? Inner(string? text)
    {
        var lines = (text ?? "").Trim('\n', ' ').Split('\n');
        return lines.Length > 2 && Opens(lines[0]) is { } fence && Array.FindIndex(lines, 1, line => Closes(line, fence)) == lines.Length - 1 ? string.Join('\n', lines[1..^1]) : text;
    }

    /// <summary>
    /// For each line whether it stands in a fence. A fence that nobody closed counts as its first line only:
    /// forgotten in one answer, it must not swallow the answers below.
    /// </summary>
    public static bool[] Inside(string[] lines)
    {
        var inside = new bool[lines.Length];

        // What closes no fence closes no longer one either. Without this a text of forgotten fences would be read to its end for each.
        var unclosed = new Dictionary<char, int>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Opens(lines[i]) is not { } fence)
            {
                continue;
            }

            var isForgotten = unclosed.TryGetValue(fence.Character, out var least) && fence.Length >= least;
            var end = isForgotten ? -1 : Array.FindIndex(lines, i + 1, line => Closes(line, fence));
            if (end < 0)
            {
                inside[i] = true;
                unclosed[fence.Character] = isForgotten ? least : fence.Length;
                continue;
            }

            Array.Fill(inside, true, i, end - i + 1);
            i = end;
        }

        return inside;
    }
}
