namespace PostmortemAction.Core.Reviews;

/// <summary>What a review looks at.</summary>
public enum FindingGroup
{
    Complete,
    Consistent,
    Blameless,
    Tasks,
    Length,
    Waivers,
}
