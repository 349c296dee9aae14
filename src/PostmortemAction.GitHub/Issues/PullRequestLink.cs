namespace PostmortemAction.GitHub;

/// <summary>Says that an issue is a pull request.</summary>
public sealed record PullRequestLink;
