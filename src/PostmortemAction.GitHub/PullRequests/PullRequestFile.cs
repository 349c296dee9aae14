namespace PostmortemAction.GitHub;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Status">What happens to it: <c>added</c>, <c>modified</c>, <c>removed</c>, <c>renamed</c> and the like.</param>
public sealed record PullRequestFile(string Filename, string Status);
