namespace PostmortemAction.Core.Settings;

/// <summary>What a team asks of its postmortems (<c>review</c>).</summary>
public sealed record ReviewSettings
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoRequirements = new Dictionary<string, IReadOnlyList<string>>();

    public FailOn FailOn { get; init; } = FailOn.Never;

    /// <summary>By severity, what a document must hold; what is absent here is by <see cref="Reviews.Profiles"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Require { get; init; } = NoRequirements;
}
