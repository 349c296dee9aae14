namespace PostmortemAction.Core.Plans;

/// <summary>Opens the pull request against the default branch.</summary>
public sealed record OpenPullRequest(PostmortemBranch Branch, string Title, string Body, string Label) : Change
{
    public override string Describe() => $"open pull request: {Title}";
}
