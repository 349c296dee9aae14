using System.Globalization;
using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Postmortems;

/// <summary>What is to be said of follow-ups whose task went, and of tasks whose follow-up waits.</summary>
internal static class FollowUpProblems
{
    /// <summary>GitHub's own bound.</summary>
    private const int MostSubIssues = 100;

    public static IEnumerable<Problem> Of(Incident incident, IReadOnlyList<IdentifiedTask> tasks, Ledger ledger, int waiting)
    {
        var there = tasks.Select(task => task.Task.Key).ToHashSet();
        foreach (var gone in ledger.FollowUps.Where(followUp => !there.Contains(followUp.Task)))
        {
            yield return Problem.Note(
                "task-removed",
                string.Create(CultureInfo.InvariantCulture, $"The task of follow-up {gone.Number}{(gone.Title is null ? "" : " " + Quoted.Code(gone.Title))} is not in the incident any more. Its issue stays as it is."),
                "Close the issue if nobody is to do it, or put the task back.",
                incident.Record.Url);
        }

        if (waiting > 0)
        {
            yield return Problem.Warning(
                "follow-ups-wait",
                string.Create(CultureInfo.InvariantCulture, $"{Words.Count(waiting, "follow-up", "follow-ups")} of {tasks.Count} wait for the next run: GitHub bounds how many issues may be created at once."),
                "Run again in a few minutes, or leave it to the schedule.",
                incident.Record.Url);
        }

        if (tasks.Count > MostSubIssues)
        {
            yield return Problem.Note(
                "sub-issues-full",
                string.Create(CultureInfo.InvariantCulture, $"There are {tasks.Count} tasks, and GitHub attaches {MostSubIssues} issues to one at most. The other follow-ups are linked only."),
                "Nothing is to be done: the document lists all of them.",
                incident.Record.Url);
        }
    }
}
