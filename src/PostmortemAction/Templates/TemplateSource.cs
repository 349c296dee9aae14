namespace PostmortemAction.Templates;

/// <summary>The text of one file of a template.</summary>
public sealed class TemplateSource(string name, string text)
{
    /// <summary>What mistakes in it are told by: its path, or the name of a built-in one.</summary>
    public string Name { get; } = name;

    /// <summary>Without the mark of its encoding, with LF line ends.</summary>
    public string Text { get; } = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
}
