namespace PostmortemAction.Core.Plans;

/// <summary>Opens the pull request against the default branch.</summary>
public sealed record OpenPullRequest(PostmortemBranch Branch, string Title, string Block, string Label) : Change
{
    public override string Intent => "pull request";

    public override string Describe() => $"open pull request: {Title}";
}
