using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Problems;

namespace PostmortemAction.Core.Archives;

/// <summary>What one published document says. What it does not say is null or empty, and <paramref name="Gaps"/> has the reason.</summary>
/// <param name="Path">Below the archive's folder, with slashes.</param>
/// <param name="Incident">The number of its incident, where its metadata names one.</param>
/// <param name="Date">When the incident started, else the date in the path.</param>
/// <param name="FollowUps">How many tasks it names.</param>
/// <param name="Done">How many of them are done: by their boxes, or by the states of their issues; null where that is not known.</param>
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
    /// <summary>The issues that its tasks link, where each of them links one.</summary>
    public IReadOnlyList<int> FollowUpIssues { get; init; } = [];

    /// <summary>What its title and cause are compared by: see <see cref="CauseTerms"/>.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>How many of its follow-up issues were closed as not planned.</summary>
    public int Dropped { get; init; }

    /// <summary>How many tasks are left; null where that is not known.</summary>
    public int? Open => FollowUps - Done - Dropped;

    /// <summary>As it is seen on a day. Somewhere on earth it is tomorrow already.</summary>
    public ArchiveRow On(LocalDate today) => Date is not { } date || date <= today.PlusDays(1) ? this : this with
    {
        IsInFuture = true,
        Problems =
        [
            .. Problems,
            Problem.Warning(
                "date-in-future", $"Its date, {LocalDatePattern.Iso.Format(date)}, has not come yet, so it counts in no statistic.", "Correct the start, or the date in the file's name.", Path),
        ],
    };

    /// <summary>With the states of its follow-up issues in place of boxes, where all of them are known.</summary>
    public ArchiveRow With(IReadOnlyDictionary<int, ArchiveFollowUp> followUps)
    {
        var found = FollowUpIssues.Select(followUps.GetValueOrDefault).OfType<ArchiveFollowUp>().Where(followUp => followUp.State != FollowUpState.Gone).ToList();
        return found.Count == 0 || found.Count != FollowUpIssues.Count ? this : this with
        {
            Done = found.Count(followUp => followUp.State == FollowUpState.Completed),
            Dropped = found.Count(followUp => followUp.State == FollowUpState.NotPlanned),
            Gaps = [.. Gaps.Where(gap => gap.Column != ArchiveColumns.FollowUps)],
        };
    }
}
