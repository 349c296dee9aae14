namespace PostmortemAction.Core.Settings;

/// <summary>Which comments become entries of the timeline (<c>timeline.comments</c>).</summary>
public enum CommentRule
{
    /// <summary>Every comment by a person; one that states no time stands at its posting time with its first sentence.</summary>
    All,

    /// <summary>Only lines that begin with a time.</summary>
    Marked,

    /// <summary>None.</summary>
    None,
}
