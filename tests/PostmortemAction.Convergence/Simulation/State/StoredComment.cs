namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>A comment on an issue or pull request.</summary>
public sealed class StoredComment
{
    public required long Id { get; init; }

    public required StoredIssue Issue { get; init; }

    public required string Author { get; init; }

    public required string Body { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
