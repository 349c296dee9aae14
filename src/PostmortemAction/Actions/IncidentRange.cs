using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Actions;

/// <summary>Incidents that nobody names: all that carry both labels, the oldest first.</summary>
/// <param name="CreatedSince">Only those that were filed on this day (UTC) or later.</param>
public sealed record IncidentRange(LocalDate? CreatedSince = null)
{
    /// <summary>Reads <c>all</c> and <c>all since 2024-01-01</c>; null where the text does not begin like that.</summary>
    /// <param name="unread">What is no date.</param>
    public static IncidentRange? Parse(string text, out string? unread)
    {
        unread = null;
        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var first, ..] || !Is(first, "all"))
        {
            return null;
        }

        if (words is [_])
        {
            return new();
        }

        if (words is [_, var since, var day] && Is(since, "since") && LocalDatePattern.Iso.Parse(day) is { Success: true, Value: var date })
        {
            return new(date);
        }

        unread = string.Join(' ', words[1..]);
        return new();
    }

    public async Task<IReadOnlyList<int>> FindAsync(IGitHubClient client, RunSettings settings, CancellationToken cancellation)
    {
        // What was filed since then was changed since then, too.
        DateTimeOffset? from = CreatedSince is { } day ? new(day.ToDateTimeUnspecified(), TimeSpan.Zero) : null;
        var issues = await client.ListIssuesAsync([settings.IncidentLabel, settings.ResolvedLabel], from, cancellation);
        return [.. issues.Where(issue => issue.PullRequest is null && (from is null || issue.CreatedAt >= from))
            .OrderBy(issue => issue.CreatedAt).ThenBy(issue => issue.Number).Select(issue => issue.Number)];
    }

    public override string ToString() => CreatedSince is { } day ? string.Create(CultureInfo.InvariantCulture, $"all since {LocalDatePattern.Iso.Format(day)}") : "all";

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
