namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>The repositories and accounts at the start of a test.</summary>
public sealed record World(IReadOnlyList<WorldRepository> Repositories, IReadOnlyList<WorldUser> Users);
