namespace PostmortemAction.Core.Settings;

/// <summary>How the archive's index is kept (<c>index</c>).</summary>
public enum IndexRule
{
    /// <summary>By one pull request that lives on.</summary>
    PullRequest,

    /// <summary>By commits to the default branch.</summary>
    Commit,

    /// <summary>Not at all.</summary>
    Off,
}
