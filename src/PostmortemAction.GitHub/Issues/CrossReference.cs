namespace PostmortemAction.GitHub;

/// <summary>What mentions the issue.</summary>
public sealed record CrossReference(Issue? Issue);
