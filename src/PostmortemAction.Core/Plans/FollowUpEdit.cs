using PostmortemAction.Core.Incidents;

namespace PostmortemAction.Core.Plans;

/// <summary>What changes of a follow-up's assignees and labels when its task says something else: what is as we set it. What a person set or took off stays so.</summary>
public static class FollowUpEdit
{
    /// <summary>Null where they stay.</summary>
    /// <param name="there">Who is assigned.</param>
    /// <param name="before">Whom the task named when we last wrote it; null where it named nobody, and then nobody was taken off either.</param>
    /// <param name="isReworded">Whether somebody reworded the task in the document.</param>
    public static IReadOnlyList<string>? Assignees(IReadOnlyList<string> there, string? before, string? wanted, bool isReworded) =>
        wanted is null ? null
            : there.Count == 0 ? (isReworded || before is null ? [wanted] : null)
            : there is [var login] && IsSame(login, before) && !IsSame(login, wanted) ? [wanted] : null;

    /// <summary>Null where they stay.</summary>
    /// <param name="there">The labels.</param>
    /// <param name="last">Those that we last gave it; null when not known.</param>
    public static IReadOnlyList<string>? Labels(IReadOnlyList<string> there, string? last, IReadOnlyList<string> wanted)
    {
        if (last is null)
        {
            return null;
        }

        var before = last.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var gone = before.Where(label => !Has(wanted, label) && Has(there, label)).ToList();

        // Whoever took the severity or the priority off, or put another one in its place, knows why.
        var settled = before.Where(label => !Has(there, label)).Select(Kind).OfType<char>().ToHashSet();
        var news = wanted.Where(label => !Has(before, label) && !Has(there, label) && !(Kind(label) is { } kind && settled.Contains(kind))).ToList();
        return gone.Count + news.Count == 0 ? null : [.. there.Where(label => !Has(gone, label)), .. news];
    }

    public static string Noted(IReadOnlyList<string> labels) => string.Join(',', labels);

    private static char? Kind(string label) => Severity.OfLabel(label) is null ? null : char.ToUpperInvariant(label[0]);

    private static bool Has(IEnumerable<string> labels, string label) => labels.Contains(label, StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(string login, string? other) => login.Equals(other, StringComparison.OrdinalIgnoreCase);
}
