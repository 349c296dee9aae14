using System.Globalization;
using System.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Text;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>Tells what a run came to: in the log for who reads a red run, in the summary for everybody.</summary>
internal static class ActionReport
{
    public static void Tell(ActionsRuntime runtime, RunLog log, RunResult result, RepositoryInfo repository, bool isDryRun)
    {
        var name = Name(result.Number);
        if (result.Notice is { } notice)
        {
            runtime.Notice(notice + " Nothing to do.");
            return;
        }

        var (plan, outcome) = (result.Plan!, result.Outcome!);
        if (plan.Changes.Count == 0 || isDryRun)
        {
            runtime.Step(plan.Changes.Count == 0 ? $"{name}: nothing to do, everything is as it should be." : $"{name}: dry run, nothing was written.");
        }
        else
        {
            log.Done($"{name}: {Made(plan, outcome)}", outcome.PullRequest is { } number ? $", see {repository.PullRequestUrl(number)}" : "");
        }

        // Notes wait in the pull request; an annotation is for what somebody should act on now.
        foreach (var problem in ActionOutputs.AllProblems(result).Where(problem => problem.Level != ProblemLevel.Note && result.Review?.Says(problem) != true))
        {
            runtime.Tell(OfIncident(problem, result.Number));
        }

        TellFindings(runtime, result.Review);
        runtime.Summarize(Summary(result, repository, isDryRun));
    }

    /// <summary>On the lines of the file; the runner shows ten of each level, and the list in the summary and in the pull request has all.</summary>
    public static void TellFindings(ActionsRuntime runtime, Review? review)
    {
        foreach (var finding in review?.Open ?? [])
        {
            runtime.Tell(finding, review!.Path);
        }
    }

    /// <param name="number">The incident that could not be done; null when none could.</param>
    public static string Failure(IReadOnlyList<Problem> problems, int? number) =>
        $"## Postmortem{(number is { } incident ? $" of incident {incident.ToString(CultureInfo.InvariantCulture)}" : "")}\n\nThe job could not be done.\n\n{ProblemList.All(problems)}\n";

    public static string Name(int number) => $"Incident {number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The problem as an annotation tells it: a run may be for many incidents.</summary>
    public static Problem OfIncident(Problem problem, int number) => problem with { Message = $"{Name(number)}: {problem.Message}" };

    private static string Summary(RunResult result, RepositoryInfo repository, bool isDryRun)
    {
        var (postmortem, plan, outcome) = (result.Postmortem!, result.Plan!, result.Outcome!);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"## Postmortem of [#{result.Number}]({repository.IssueUrl(result.Number)}) {MarkdownText.ConversationLine(postmortem.Incident.Title)}\n\n")
            .Append(State(result, repository, isDryRun)).Append("\n\n")
            .Append(MeasureTable.Of(postmortem.Measures)).Append('\n');
        if (postmortem.FollowUps.Any(followUp => followUp.Issue is not null))
        {
            text.Append("\n### Follow-ups\n\n");
            foreach (var followUp in postmortem.FollowUps.Where(followUp => followUp.Issue is not null))
            {
                text.Append("- ").Append(FollowUpLink.Of(followUp, repository)).Append(' ').Append(MarkdownText.ConversationLine(followUp.Task.Title)).Append(FollowUpLink.Mark(followUp)).Append('\n');
            }
        }

        if (isDryRun && plan.Changes.Count > 0)
        {
            text.Append("\n### Plan\n\n").AppendJoin('\n', plan.Changes.Select(change => $"- {MarkdownText.ConversationLine(change.Describe())}")).Append('\n');
        }

        var problems = ActionOutputs.AllProblems(result).Where(problem => result.Review?.Says(problem) != true).ToList();
        if (problems.Count > 0)
        {
            text.Append("\n### Missing or to check\n\n").Append(ProblemList.All(problems)).Append('\n');
        }

        if (result.Review is { } review)
        {
            var branch = new PostmortemBranch(result.Number).ToString();
            text.Append("\n### Review\n\n").Append(ReviewBody.Of(review, line => repository.LineUrl(branch, review.Path, line))).Append('\n');
        }

        return text.ToString();
    }

    private static string State(RunResult result, RepositoryInfo repository, bool isDryRun)
    {
        var changes = result.Plan!.Changes.Count;
        var what = isDryRun ? $"Dry run: {Words.Count(changes, "change", "changes")} would be made."
            : changes == 0 ? "Nothing to do, everything is as it should be." : $"{Made(result.Plan, result.Outcome!)}.";
        return result.Outcome!.PullRequest is { } number
            ? $"{what} Pull request {repository.PullRequestLink(number)}, document `{result.Path}`."
            : $"{what} Document `{result.Path}`.";
    }

    private static string Made(Plan plan, Outcome outcome)
    {
        var changes = Words.Count(plan.Changes.Count, "change", "changes");
        return outcome.NotMade == 0 ? $"{changes} made" : $"{(plan.Changes.Count - outcome.NotMade).ToString(CultureInfo.InvariantCulture)} of {changes} made";
    }
}
