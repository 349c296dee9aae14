namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>A repository with one commit at least. Its owner is an organisation, unless a user has that login.</summary>
public sealed record WorldRepository(string FullName)
{
    public bool Private { get; init; }

    public string DefaultBranch { get; init; } = "main";

    /// <summary>The text of each file by its path.</summary>
    public IReadOnlyDictionary<string, string>? Files { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }
}
