namespace PostmortemAction.Core.Text;

/// <summary>People's words as a value in YAML.</summary>
public static class YamlText
{
    private static readonly string[] Meant = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    /// <summary>One line: as it is where YAML takes it for text, else in quotation marks.</summary>
    public static string Scalar(string text)
    {
        var line = PlainText.Line(text);
        var isPlain = line.Length > 0 && char.IsAsciiLetter(line[0]) && line.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '_' or '-' or '/' or '.')
            && !Meant.Contains(line.ToLowerInvariant());
        return isPlain ? line : $"'{line.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
