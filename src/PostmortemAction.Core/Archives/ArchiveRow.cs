using NodaTime;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>What one published document says. What it does not say is null or empty, and <paramref name="Gaps"/> has the reason.</summary>
/// <param name="Path">Below the archive's folder, with slashes.</param>
/// <param name="Incident">The number of its incident, where its metadata names one.</param>
/// <param name="Date">When the incident started, else the date in the path.</param>
/// <param name="FollowUps">How many tasks it names.</param>
/// <param name="Done">How many of them are ticked; null where not every task has a box to tick.</param>
/// <param name="IsInFuture">Whether its date has not come yet; then it counts in no statistic.</param>
/// <param name="Problems">Where it contradicts itself.</param>
public sealed record ArchiveRow(
    string Path,
    int? Incident,
    LocalDate? Date,
    string? Title,
    string? Severity,
    IReadOnlyList<string> Services,
    long? DurationMinutes,
    long? DetectMinutes,
    double? UsersAffectedPercent,
    int? FollowUps,
    int? Done,
    bool IsInFuture,
    IReadOnlyList<ArchiveGap> Gaps,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>How many tasks are not ticked; null where not every task has a box to tick.</summary>
    public int? Open => FollowUps - Done;
}
