namespace PostmortemAction.GitHub;

/// <summary>A file as text.</summary>
/// <param name="IsUtf8">Whether the text holds what the bytes say; else it is only good for reading, and writing it back would destroy words.</param>
public sealed record FileText(string Text, bool IsUtf8);
