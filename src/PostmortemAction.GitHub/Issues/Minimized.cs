namespace PostmortemAction.GitHub;

/// <summary>Says that a comment is hidden.</summary>
public sealed record Minimized;
