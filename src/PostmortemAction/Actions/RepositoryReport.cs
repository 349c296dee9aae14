using System.Globalization;
using System.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Actions;

/// <summary>Tells what a run for the repository as a whole came to.</summary>
internal static class RepositoryReport
{
    private const string Name = "Index";

    public static void Tell(ActionsRuntime runtime, RepositoryResult result, RepositoryInfo repository, bool isDryRun)
    {
        var (plan, outcome) = (result.Plan, result.Outcome);
        if (result.Archive is { } archive)
        {
            runtime.Step($"{Name}: {Words.Count(archive.Rows.Count, "postmortem", "postmortems")}, {Words.Count(archive.Problems.Count, "problem", "problems")}.");
        }

        if (result.Digest is { } digest)
        {
            runtime.Step($"Follow-ups: {Words.Count(digest.Open.Count, "is open", "are open")}, {digest.Overdue.Count.ToString(CultureInfo.InvariantCulture)} overdue.");
        }

        if (plan.Changes.Count > 0)
        {
            runtime.Group($"{Name}: plan, {Words.Count(plan.Changes.Count, "change", "changes")}", plan.Changes.Select(change => change.Describe()));
        }

        runtime.Step($"{Name}: {State(result, isDryRun)}" + (outcome.PullRequest is { } number ? $", see {repository.PullRequestUrl(number)}" : "") + ".");
        foreach (var problem in result.AllProblems.Where(problem => problem.Level != ProblemLevel.Note))
        {
            runtime.Tell(problem);
        }

        if (Summary(result, repository, isDryRun) is { } summary)
        {
            runtime.Summarize(summary);
        }
    }

    /// <summary>Null where there is nothing to say.</summary>
    private static string? Summary(RepositoryResult result, RepositoryInfo repository, bool isDryRun)
    {
        var problems = result.AllProblems.ToList();
        if (result.Archive is null && result.Digest is null && problems.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        if (result.Archive is { } archive)
        {
            text.Append("## Index of the postmortems\n\n").Append(Words.Count(archive.Rows.Count, "postmortem", "postmortems"));
            text.Append(archive.Unread == 0 ? "; " : string.Create(CultureInfo.InvariantCulture, $", {archive.Unread} still to be read; ")).Append(State(result, isDryRun))
                .Append(result.Outcome.PullRequest is { } number ? $", pull request {repository.PullRequestLink(number)}" : "").Append(".\n");
        }

        if (result.Digest is { } digest)
        {
            text.Append("\n## Postmortem follow-ups\n\n").Append(DigestBody.Text(digest, repository)).Append('\n');
        }

        if (problems.Count > 0)
        {
            text.Append("\n## To check\n\n").Append(ProblemList.All(problems)).Append('\n');
        }

        return text.ToString();
    }

    private static string State(RepositoryResult result, bool isDryRun)
    {
        var changes = Words.Count(result.Plan.Changes.Count, "change", "changes");
        return result.Plan.Changes.Count == 0 ? "nothing to do"
            : isDryRun ? $"dry run, {changes} would be made"
            : result.Outcome.NotMade == 0 ? $"{changes} made"
            : string.Create(CultureInfo.InvariantCulture, $"{result.Plan.Changes.Count - result.Outcome.NotMade} of {changes} made");
    }
}
