namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>An item of an issue's timeline, as it happened.</summary>
/// <param name="Kind">GitHub's name, such as <c>labeled</c>.</param>
public sealed record StoredEvent(long Id, string Kind, string Actor, DateTimeOffset At)
{
    public string? Label { get; init; }

    public (string From, string To)? Rename { get; init; }

    public string? Assignee { get; init; }

    public string? StateReason { get; init; }

    /// <summary>The comment, for <c>commented</c>.</summary>
    public StoredComment? Comment { get; init; }

    /// <summary>What mentions this issue, or what was attached to it or has it attached.</summary>
    public StoredIssue? Other { get; init; }
}
