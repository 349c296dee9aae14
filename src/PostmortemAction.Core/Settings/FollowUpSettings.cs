namespace PostmortemAction.Core.Settings;

/// <summary>What holds for follow-ups whose task line does not say it (<c>follow-ups</c>).</summary>
public sealed record FollowUpSettings
{
    internal static readonly IReadOnlyDictionary<string, int> NoDays = new Dictionary<string, int>();
    private static readonly IReadOnlyDictionary<string, string> NoOwners = new Dictionary<string, string>();

    /// <summary>The key of <see cref="Owners"/> for services that have none of their own.</summary>
    public const string AnyService = "*";

    /// <summary>Days from the end of the incident, by severity.</summary>
    public IReadOnlyDictionary<string, int> Due { get; init; } = NoDays;

    /// <summary>Whether Saturdays and Sundays do not count.</summary>
    public bool BusinessDays { get; init; }

    /// <summary>Where they may be made beside the incident's own repository.</summary>
    public RepositoryList Repositories { get; init; } = RepositoryList.None;

    /// <summary>A login or <c>organisation/team</c>, by service.</summary>
    public IReadOnlyDictionary<string, string> Owners { get; init; } = NoOwners;
}
