namespace PostmortemAction.Tests.GitHubEmulation;

public sealed record CommitState(string Sha, string Message, string Author, IReadOnlyList<string> Parents);
