using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Reminders;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>The incidents that a run on a schedule looks at.</summary>
internal static class PendingIncidents
{
    /// <summary>Something may have happened to them that started no run.</summary>
    private const int Days = 30;

    /// <summary>
    /// Resolved incidents that something happened to lately, those with a follow-up to remind of, and those whose postmortem is to be reminded of while nobody
    /// merges it. One whose postmortem is merged costs a look and no write.
    /// </summary>
    public static async Task<IReadOnlyList<int>> FindAsync(GitHubClient client, string own, OwnIdentity identity, RunSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var recentTask = client.ListIssuesAsync([settings.IncidentLabel, settings.ResolvedLabel], now.AddDays(-Days), cancellation);
        var followUpsTask = client.ListOpenIssuesAsync([DesiredState.FollowUpLabel], cancellation);
        var elsewhereTask = new ElsewhereSource(client).ListOpenAsync(settings.FollowUps.Repositories, cancellation);
        var waitingTask = settings.Publish.Due.Count == 0 ? Task.FromResult<IReadOnlyList<Issue>>([]) : client.ListOpenIssuesAsync([DesiredState.PostmortemLabel], cancellation);
        await Task.WhenAll(recentTask, followUpsTask, elsewhereTask, waitingTask);
        var recent = (await recentTask).Where(issue => issue.PullRequest is null).Select(issue => issue.Number);

        // Somewhere on earth it is tomorrow already; what is a day early is found out there.
        var tomorrow = LocalDate.FromDateTime(now.UtcDateTime).PlusDays(1);
        var due = new List<int>();
        foreach (var (issue, from) in (await followUpsTask).Select(issue => (issue, (string?)null)).Concat((await elsewhereTask).Select(issue => (issue, (string?)own))))
        {
            // Anybody can copy a marker.
            if (IncidentToRemindOf(issue, from, tomorrow) is { } incident && await identity.IsAsync(issue.User, cancellation))
            {
                due.Add(incident);
            }
        }

        foreach (var pull in await waitingTask)
        {
            if (pull.PullRequest is not null && Marker.TryFind(pull.Body, Marker.PullRequest, out var marker) && IncidentOf(marker) is { } incident && await identity.IsAsync(pull.User, cancellation))
            {
                due.Add(incident);
            }
        }

        return [.. recent.Concat(due).Distinct().Order()];
    }

    /// <param name="from">The incident's repository as a follow-up elsewhere names it; null for a follow-up of the own repository.</param>
    private static int? IncidentToRemindOf(Issue issue, string? from, LocalDate day) =>
        issue.PullRequest is null && Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) && string.Equals(marker["from"], from, StringComparison.OrdinalIgnoreCase)
            && LocalDatePattern.Iso.Parse(marker["due"] ?? "") is { Success: true } due && ReminderRule.IsNear(due.Value, day)
            ? IncidentOf(marker) : null;

    private static int? IncidentOf(Marker marker) =>
        int.TryParse(marker["incident"], NumberStyles.None, CultureInfo.InvariantCulture, out var incident) && incident > 0 ? incident : null;
}
