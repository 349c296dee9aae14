namespace PostmortemAction.Core.Archives;

/// <summary>How far a follow-up issue is.</summary>
public enum FollowUpState
{
    Open,
    Completed,
    NotPlanned,

    /// <summary>Deleted, transferred, or turned into a discussion: what became of it is not known here.</summary>
    Gone,
}
