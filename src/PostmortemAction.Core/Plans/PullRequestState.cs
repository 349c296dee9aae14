namespace PostmortemAction.Core.Plans;

/// <summary>How far a pull request is.</summary>
public enum PullRequestState
{
    Open,
    Merged,

    /// <summary>Closed without merging: "not now".</summary>
    Closed,
}
