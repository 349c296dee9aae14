namespace PostmortemAction.Core.Incidents;

/// <summary>What a milestone of the incident was read from. The order is from strong to weak.</summary>
public enum MilestoneBasis
{
    /// <summary>Somebody stated it in a field of the form.</summary>
    Stated,

    /// <summary>An entry of the timeline says it.</summary>
    Timeline,

    /// <summary>Only the time of a label on the issue says it.</summary>
    Label,
}
