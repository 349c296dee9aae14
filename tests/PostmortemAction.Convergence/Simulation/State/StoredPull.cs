namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>What a pull request has besides an issue.</summary>
public sealed class StoredPull
{
    public required long Id { get; init; }

    public required string Head { get; init; }

    public required string Base { get; init; }

    /// <summary>Where the head stood when it was last seen; it follows the branch while the pull request is open.</summary>
    public required string HeadSha { get; set; }

    public required string BaseSha { get; init; }

    public DateTimeOffset? MergedAt { get; set; }

    public string? MergedBy { get; set; }

    public string? MergeSha { get; set; }
}
