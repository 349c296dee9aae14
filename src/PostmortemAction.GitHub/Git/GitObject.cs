namespace PostmortemAction.GitHub;

/// <summary>A Git object by its hash.</summary>
public sealed record GitObject(string Sha);
