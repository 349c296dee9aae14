using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.TaskLists;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Postmortems;

/// <summary>What is to be said of follow-ups whose task went, and of tasks whose follow-up waits.</summary>
internal static class FollowUpProblems
{
    /// <summary>It is told in the status comment, which goes on when the pull request is merged.</summary>
    public const string Unassigned = "assignee-missing";

    /// <summary>GitHub's own bound.</summary>
    private const int MostSubIssues = 100;

    public static IEnumerable<Problem> Of(Incident incident, IReadOnlyList<FollowUp> followUps, ExistingState existing, ReviewedTasks reviewed, RepositoryList repositories)
    {
        var there = followUps.Select(followUp => followUp.Task.Key).ToHashSet();
        foreach (var gone in existing.Ledger.FollowUps.Where(followUp => !there.Contains(followUp.Task)))
        {
            yield return Problem.Note(
                "task-removed",
                string.Create(CultureInfo.InvariantCulture, $"The task of follow-up {gone.Issue.InWords}{(gone.Title is null ? "" : " " + Quoted.Code(gone.Title))} is not in the incident any more. Its issue stays as it is."),
                "Close the issue if nobody is to do it, or put the task back.",
                incident.Record.Url);
        }

        var open = existing.Ledger.FollowUps.Where(followUp => there.Contains(followUp.Task) && reviewed.Removed.Contains(followUp.Issue)
            && !existing.IsClosed.GetValueOrDefault(followUp.Issue, followUp.IsDone)).ToList();
        if (open.Count > 0 && reviewed.Linked.Count == 0)
        {
            yield return Problem.Note(
                "task-list-removed",
                "The document lists no follow-up, though some are still open.",
                "Put the list of tasks back, and close as not planned what nobody is to do.",
                existing.Ledger.Path);
            open.Clear();
        }

        foreach (var removed in open)
        {
            yield return Problem.Note(
                "task-row-removed",
                string.Create(CultureInfo.InvariantCulture, $"Follow-up {removed.Issue.InWords}{(removed.Title is null ? "" : " " + Quoted.Code(removed.Title))} has no row in the document any more, and its issue is still open."),
                string.Create(CultureInfo.InvariantCulture, $"Close issue {removed.Issue.InWords} as not planned if nobody is to do it, or put the row back."),
                PlaceOf(removed.Issue, incident));
        }

        foreach (var followUp in followUps.Where(followUp => IsUnassigned(followUp, incident, existing)))
        {
            yield return Problem.Warning(
                Unassigned,
                string.Create(CultureInfo.InvariantCulture, $"Nobody is assigned to follow-up {followUp.Issue?.InWords}, due on {LocalDatePattern.Iso.Format(followUp.Task.Due!.Value)}, though {Quoted.Code(followUp.Task.Owner)} is to do it."),
                "Assign somebody who has access to the repository: reminders mention only who is assigned.",
                PlaceOf(followUp.Issue!.Value, incident));
        }

        var waiting = followUps.Count(followUp => followUp.IsDeferred && !existing.IsRefused(followUp.Repository));
        if (waiting > 0)
        {
            yield return Problem.Warning(
                "follow-ups-wait",
                string.Create(CultureInfo.InvariantCulture, $"{Words.Count(waiting, "follow-up", "follow-ups")} of {followUps.Count} wait for the next run: GitHub bounds how many issues may be created at once."),
                "Run again in a few minutes, or leave it to the schedule.",
                incident.Record.Url);
        }

        foreach (var refused in followUps.Where(followUp => existing.IsRefused(followUp.Repository) && (followUp.Issue is null || repositories.Allows(followUp.Repository!))).GroupBy(followUp => followUp.Repository!, StringComparer.OrdinalIgnoreCase))
        {
            yield return Refused(refused.Key, existing.Ledger.Refusal(refused.Key)!.Reason, refused.Count(followUp => followUp.Issue is null), incident.Record.Url);
        }

        foreach (var named in followUps.Where(followUp => IsNotListed(followUp, incident.Record.Repository, repositories)).Select(followUp => followUp.Task.Repository!).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            yield return Problem.Note(
                "follow-up-repository-not-listed",
                $"A task names {Quoted.Code(named, 140)}, where no follow-ups are made: its issue is in the incident's repository.",
                $"To have such issues made there, add {Quoted.Code(named, 140)} to `follow-ups.repositories`.",
                incident.Record.Url);
        }

        if (followUps.Count > MostSubIssues)
        {
            yield return Problem.Note(
                "sub-issues-full",
                string.Create(CultureInfo.InvariantCulture, $"There are {followUps.Count} tasks, and GitHub attaches {MostSubIssues} issues to one at most. The other follow-ups are linked only."),
                "Nothing is to be done: the document lists all of them.",
                incident.Record.Url);
        }
    }

    /// <summary>The issue's address, which is like the incident's.</summary>
    private static string PlaceOf(IssueKey issue, Incident incident)
    {
        var (url, own) = (incident.Record.Url, incident.Record.Repository);
        if (!url.EndsWith(string.Create(CultureInfo.InvariantCulture, $"/issues/{incident.Record.Number}"), StringComparison.Ordinal) || (issue.Repository is not null && own is null))
        {
            return url;
        }

        var home = issue.Repository is { } other ? url.Replace($"/{own}/issues/", $"/{other}/issues/", StringComparison.OrdinalIgnoreCase) : url;
        return home[..(home.LastIndexOf('/') + 1)] + issue.Number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Whether whom the task names is not assigned when the reminder is sent, be it that GitHub never took them or that they left. Told from then on:
    /// the ledger keeps the reminder, so it is the same in runs that do not remind.
    /// </summary>
    private static bool IsUnassigned(FollowUp followUp, Incident incident, ExistingState existing)
    {
        var rests = existing.PullRequest is { State: PullRequestState.Closed } || (incident.Commanded.Skipped is { } skip && existing.IsSkipped(skip.Source));
        return !rests
            && followUp is { IsDone: false, Issue: { } number, Task: { Owner: { } owner, Due: { } due } } && !owner.Contains('/', StringComparison.Ordinal)
            && existing.Assignees.TryGetValue(number, out var assignees) && assignees.Count == 0
            && existing.Ledger.FollowUps.FirstOrDefault(known => known.Issue == number) is { } there
            && (there.Reminded?.Reminder?.Due == due || ReminderPlanner.IsWanted(there, due, existing));
    }

    /// <summary>What belongs to somebody else may be a package; what has the same owner is likely to be a repository.</summary>
    private static bool IsNotListed(FollowUp followUp, string? own, RepositoryList repositories) =>
        own is not null && followUp is { Repository: null, Task.Repository: { } named } && !named.Equals(own, StringComparison.OrdinalIgnoreCase) && !repositories.Allows(named)
        && named.StartsWith(own[..(own.IndexOf('/', StringComparison.Ordinal) + 1)], StringComparison.OrdinalIgnoreCase);

    /// <param name="waiting">How many have no issue yet.</param>
    private static Problem Refused(string repository, string reason, int waiting, string place) => Problem.Warning(
        "follow-up-repository-refused",
        string.Create(CultureInfo.InvariantCulture, $"{Quoted.Code(repository, 140)} lets us not write follow-ups: {Quoted.Code(reason, 200)}. ")
            + (waiting > 0 ? $"{Words.Count(waiting, "task waits", "tasks wait")} without an issue." : "Those that are there stay as they are."),
        "Give the input `github-token` the token of a GitHub App, or a fine-grained one, with `issues: write` on that repository: the job's own token ends at its repository. "
            + "Issues must be on there, and the repository not archived. It is tried again tomorrow, and in each run that somebody starts by hand.",
        place);
}
