namespace PostmortemAction.Core.Text;

/// <summary>What means something only at the start or the end of a line: list items, quotes, headings, rules and fences.</summary>
internal static class LineEdges
{
    public static string Escape(string line)
    {
        var marker = Marker(line);
        var start = marker < 0 ? line : line.Insert(marker, "\\");
        return EscapeClosingHashes(start);
    }

    /// <summary>A heading or a fence, which would reach beyond its line.</summary>
    public static bool BeginsSection(ReadOnlySpan<char> line)
    {
        var hashes = line.Length - line.TrimStart('#').Length;
        return (hashes is > 0 and <= 6 && (hashes == line.Length || line[hashes] is ' ' or '\t'))
            || line.StartsWith("~~~", StringComparison.Ordinal) || line.StartsWith("```", StringComparison.Ordinal);
    }

    /// <summary>Where the character stands that would begin a block; -1 when none does.</summary>
    private static int Marker(string line)
    {
        if (line.Length == 0)
        {
            return -1;
        }

        var begins = line[0] switch
        {
            '>' => true,
            '#' => line.Length - line.TrimStart('#').Length <= 6 && EndsWord(line, line.Length - line.TrimStart('#').Length),
            '-' or '*' => EndsWord(line, 1) || Consists(line, line[0]),
            '+' => EndsWord(line, 1),
            '_' or '=' => Consists(line, line[0]),
            '~' => line.StartsWith("~~~", StringComparison.Ordinal),
            // With a further backtick it is a code span.
            '`' => line.StartsWith("```", StringComparison.Ordinal) && !line.TrimStart('`').Contains('`', StringComparison.Ordinal),
            _ => false,
        };
        if (begins)
        {
            return 0;
        }

        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' && EndsWord(line, digits + 1) ? digits : -1;
    }

    /// <summary>Hashes behind a space at the end of a heading are not shown.</summary>
    private static string EscapeClosingHashes(string line)
    {
        var end = line.TrimEnd('#').Length;
        return end > 0 && end < line.Length && line[end - 1] == ' ' ? line.Insert(end, "\\") : line;
    }

    private static bool EndsWord(string line, int at) => at == line.Length || line[at] == ' ';

    private static bool Consists(string line, char c) => line.All(other => other == c || other == ' ');
}
