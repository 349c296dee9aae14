using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Plans;

/// <summary>The difference between what should be and what is for the repository as a whole: its index and its digest.</summary>
/// <param name="Problems">What was deliberately left undone.</param>
public sealed record RepositoryPlan(IReadOnlyList<Change> Changes, IReadOnlyList<Problem> Problems)
{
    /// <inheritdoc cref="Plan.Intents"/>
    public IReadOnlyList<string> Intents => [.. Changes.Select(change => change.Intent).OfType<string>()];

    public RepositoryPlan With(RepositoryPlan other) => new([.. Changes, .. other.Changes], [.. Problems, .. other.Problems]);
}
