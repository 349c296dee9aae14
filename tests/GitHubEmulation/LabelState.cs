namespace PostmortemAction.Tests.GitHubEmulation;

public sealed record LabelState(string Name, string Color, string? Description);
