namespace PostmortemAction.Core.Plans;

/// <summary>Opens the pull request that keeps the index.</summary>
public sealed record OpenIndexPullRequest(string Title, string Block) : Change
{
    public override string Intent => "index pull request";

    public override string Describe() => $"open pull request: {Title}";
}
