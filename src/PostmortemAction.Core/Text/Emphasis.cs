namespace PostmortemAction.Core.Text;

/// <summary>The marks of bold, italic and code around a name or a time that was read off a line.</summary>
internal static class Emphasis
{
    /// <summary>What stands behind it, without the marks that close what was opened before: of <c>**Escalation:** **mira**</c> the first two.</summary>
    /// <param name="before">The line up to its end.</param>
    /// <param name="separators">What stands between it and the rest.</param>
    public static string Close(string before, string behind, params ReadOnlySpan<char> separators)
    {
        var rest = behind.AsSpan().TrimStart(separators);
        var marks = 0;
        while (marks < rest.Length && IsMark(rest[marks]))
        {
            marks++;
        }

        // Marks before a space can only close: https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
        var closes = marks == rest.Length || rest[marks] == ' ' ? marks : Math.Clamp(Open(before), 0, marks);
        return rest[closes..].TrimStart(separators).ToString();
    }

    /// <summary>Runs of marks open and close in turn.</summary>
    private static int Open(string text)
    {
        var (open, opens) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            opens = IsMark(text[i]) && (i == 0 || !IsMark(text[i - 1])) ? !opens : opens;
            open += !IsMark(text[i]) ? 0 : opens ? 1 : -1;
        }

        return open;
    }

    private static bool IsMark(char c) => c is '*' or '_' or '`';
}
