using NodaTime;

namespace PostmortemAction.Core.Archives;

/// <summary>Incidents of a month by severity.</summary>
/// <param name="Counts">By severity in the order of <see cref="ArchiveStatistics.Severities"/>.</param>
public sealed record SeverityCount(YearMonth Month, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}
