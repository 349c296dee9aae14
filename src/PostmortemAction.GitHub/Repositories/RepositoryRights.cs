namespace PostmortemAction.GitHub;

/// <summary>What an account may do in a repository.</summary>
public sealed record RepositoryRights(bool Push);
