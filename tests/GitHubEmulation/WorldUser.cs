namespace PostmortemAction.Tests.GitHubEmulation;

/// <summary>An account. Without a token it cannot ask anything itself, but it can write issues and act.</summary>
public sealed record WorldUser(string Login, string? Token = null)
{
    /// <summary><c>User</c> or <c>Bot</c>.</summary>
    public string Type { get; init; } = "User";

    /// <summary>By the name of the repository: <c>admin</c>, <c>maintain</c>, <c>write</c>, <c>triage</c>, <c>read</c> or <c>none</c>.</summary>
    public IReadOnlyDictionary<string, string>? Permissions { get; init; }
}
