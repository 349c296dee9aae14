namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>Everything that is in the world.</summary>
public sealed record State(IReadOnlyList<RepositoryState> Repositories)
{
    public RepositoryState this[string fullName] => Repositories.Single(repository => repository.FullName == fullName);
}
