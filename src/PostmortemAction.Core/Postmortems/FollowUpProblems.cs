using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
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

    public static IEnumerable<Problem> Of(Incident incident, IReadOnlyList<FollowUp> followUps, ExistingState existing, ReviewedTasks reviewed)
    {
        var there = followUps.Select(followUp => followUp.Task.Key).ToHashSet();
        foreach (var gone in existing.Ledger.FollowUps.Where(followUp => !there.Contains(followUp.Task)))
        {
            yield return Problem.Note(
                "task-removed",
                string.Create(CultureInfo.InvariantCulture, $"The task of follow-up {gone.Number}{(gone.Title is null ? "" : " " + Quoted.Code(gone.Title))} is not in the incident any more. Its issue stays as it is."),
                "Close the issue if nobody is to do it, or put the task back.",
                incident.Record.Url);
        }

        var open = existing.Ledger.FollowUps.Where(followUp => there.Contains(followUp.Task) && reviewed.Removed.Contains(followUp.Number)
            && !existing.IsClosed.GetValueOrDefault(followUp.Number, followUp.IsDone));
        foreach (var removed in open)
        {
            yield return Problem.Note(
                "task-row-removed",
                string.Create(CultureInfo.InvariantCulture, $"Somebody took follow-up {removed.Number}{(removed.Title is null ? "" : " " + Quoted.Code(removed.Title))} out of the document. Its issue is still open."),
                string.Create(CultureInfo.InvariantCulture, $"Close issue {removed.Number} as not planned if nobody is to do it, or put the row back."),
                existing.Ledger.Path);
        }

        foreach (var followUp in followUps.Where(followUp => IsUnassigned(followUp, incident, existing)))
        {
            yield return Problem.Warning(
                Unassigned,
                string.Create(CultureInfo.InvariantCulture, $"Nobody is assigned to follow-up {followUp.Issue}, due on {LocalDatePattern.Iso.Format(followUp.Task.Due!.Value)}, though {Quoted.Code(followUp.Task.Owner)} is to do it."),
                "Assign somebody who has access to the repository: reminders mention only who is assigned.",
                incident.Record.Url);
        }

        var waiting = followUps.Count(followUp => followUp.IsDeferred);
        if (waiting > 0)
        {
            yield return Problem.Warning(
                "follow-ups-wait",
                string.Create(CultureInfo.InvariantCulture, $"{Words.Count(waiting, "follow-up", "follow-ups")} of {followUps.Count} wait for the next run: GitHub bounds how many issues may be created at once."),
                "Run again in a few minutes, or leave it to the schedule.",
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
            && existing.Ledger.FollowUps.FirstOrDefault(known => known.Number == number) is { } there
            && (there.Reminded?.Reminder?.Due == due || ReminderPlanner.IsWanted(there, due, existing));
    }
}
