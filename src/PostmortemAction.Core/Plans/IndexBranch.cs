namespace PostmortemAction.Core.Plans;

/// <summary>The branch of the pull request that keeps the archive's index.</summary>
public static class IndexBranch
{
    public const string Name = "postmortem/index";
}
