namespace PostmortemAction.GitHub;

/// <summary>A new reference, by its full name.</summary>
public sealed record NewReference(string Ref, string Sha);
