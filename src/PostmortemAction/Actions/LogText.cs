using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Actions;

/// <summary>
/// Encodes text for the runner's log. The runner obeys <c>::command::</c> at a line's start after white space, and <c>##[command]</c>
/// anywhere in a line: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
/// </summary>
public static class LogText
{
    /// <summary>One line that holds no command.</summary>
    public static string Line(string text)
    {
        var line = PlainText.Line(text).Replace("##[", "#\u200B#[", StringComparison.Ordinal);
        return line.StartsWith("::", StringComparison.Ordinal) ? "\u200B" + line : line;
    }

    /// <summary>The message of a workflow command.</summary>
    public static string Data(string text) =>
        Escape(text.Replace("##[", "#\u200B#[", StringComparison.Ordinal), forProperty: false);

    /// <summary>The value of a workflow command's property.</summary>
    public static string Property(string text) => Escape(text.Replace("##[", "#\u200B#[", StringComparison.Ordinal), forProperty: true);

    private static string Escape(string text, bool forProperty)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            escaped.Append(c switch
            {
                '%' => "%25",
                '\r' => "%0D",
                '\n' => "%0A",
                ':' when forProperty => "%3A",
                ',' when forProperty => "%2C",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
