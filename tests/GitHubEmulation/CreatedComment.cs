namespace PostmortemAction.Tests.GitHubEmulation;

public sealed record CreatedComment(long Id, string HtmlUrl);
