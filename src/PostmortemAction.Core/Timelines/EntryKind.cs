namespace PostmortemAction.Core.Timelines;

/// <summary>What an entry of the timeline is about.</summary>
public enum EntryKind
{
    Detection,
    Investigation,

    /// <summary>An assumption that was followed and turned out wrong.</summary>
    MisleadingPath,
    Escalation,
    Mitigation,
    Resolution,
    Communication,
}
