namespace PostmortemAction.GitHub;

/// <summary>One item of an issue's timeline. The kinds differ in shape, so nearly everything may be absent.</summary>
public sealed record TimelineItem(
    long? Id,
    string? Event,
    Account? Actor,
    DateTimeOffset? CreatedAt,
    Label? Label,
    Account? Assignee,
    CrossReference? Source);
