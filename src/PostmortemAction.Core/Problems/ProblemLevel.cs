namespace PostmortemAction.Core.Problems;

/// <summary>How much a <see cref="Problem"/> matters to the person who can fix it.</summary>
public enum ProblemLevel
{
    /// <summary>Worth knowing; nothing needs to be done.</summary>
    Note,

    /// <summary>A figure or a line of the postmortem may be wrong or is missing.</summary>
    Warning,

    /// <summary>The job could not be done.</summary>
    Error,
}
