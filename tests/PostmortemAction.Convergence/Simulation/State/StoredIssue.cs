namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>An issue, or a pull request, which is an issue too.</summary>
public sealed class StoredIssue
{
    public required StoredRepository Home { get; init; }

    public required long Id { get; init; }

    public required int Number { get; init; }

    public required string Title { get; set; }

    public required string? Body { get; set; }

    public required string Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public bool IsOpen { get; set; } = true;

    public string? StateReason { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    public bool IsLocked { get; set; }

    /// <summary>A deleted issue is answered 410.</summary>
    public bool IsDeleted { get; set; }

    public List<string> Labels { get; } = [];

    public List<string> Assignees { get; } = [];

    public StoredIssue? Parent { get; set; }

    public List<StoredIssue> Children { get; } = [];

    public List<StoredEvent> Timeline { get; } = [];

    /// <summary>Null for an issue that is no pull request.</summary>
    public StoredPull? Pull { get; init; }
}
