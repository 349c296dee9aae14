namespace PostmortemAction.Tests.GitHubEmulation;

public sealed record CreatedIssue(int Number, long Id, string HtmlUrl);
