using System.Globalization;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>The outputs of action.yml. With several incidents in one run they are the last one's that had something to do.</summary>
internal static class ActionOutputs
{
    /// <summary>A job's outputs hold a megabyte together.</summary>
    private const int MostProblems = 500;

    /// <param name="isChanged">Whether anything was written for the repository as a whole.</param>
    /// <param name="failures">Why incidents of this run could not be done.</param>
    public static void Set(ActionsRuntime runtime, RepositoryInfo repository, IReadOnlyList<RunResult> results, bool isChanged, params IReadOnlyList<Problem> failures)
    {
        if (results.LastOrDefault(result => result.Notice is null) is not { } result)
        {
            SetNothing(runtime, isChanged, failures);
            return;
        }

        var postmortem = result.Postmortem!;
        var outcome = result.Outcome!;
        runtime.SetOutput("postmortem-path", result.Path!);
        runtime.SetOutput("pull-request-number", Text(outcome.PullRequest));
        runtime.SetOutput("pull-request-url", outcome.PullRequest is { } number ? repository.PullRequestUrl(number) : "");
        runtime.SetOutput("pull-request-operation", Name(outcome.Operation));
        runtime.SetOutput("follow-up-issues", PostmortemJson.Write(
            postmortem.FollowUps.Where(followUp => followUp is { Issue: not null, Repository: null }).Select(followUp => (object?)followUp.Issue!.Value.Number).ToList(), indented: false));
        runtime.SetOutput("changed", isChanged || results.Any(each => each.Outcome?.Changed == true) ? "true" : "false");
        foreach (var name in (string[])["duration", "time_to_detect", "time_to_mitigate", "time_to_resolve"])
        {
            runtime.SetOutput($"{name.Replace('_', '-')}-minutes", Text(postmortem.Measure(name).Minutes));
        }

        var others = results.Where(each => each != result && each.Outcome is not null)
            .SelectMany(each => each.Outcome!.Problems.Where(problem => problem.Level == ProblemLevel.Error).Select(problem => ActionReport.OfIncident(problem, each.Number)));
        SetProblems(runtime, AllProblems(result).Concat(others).Concat(failures));
        SetJson(runtime, repository, result);
    }

    public static void SetNothing(ActionsRuntime runtime, params IReadOnlyList<Problem> failures) => SetNothing(runtime, isChanged: false, failures);

    private static void SetNothing(ActionsRuntime runtime, bool isChanged, IReadOnlyList<Problem> failures)
    {
        runtime.SetOutput("pull-request-operation", Name(PullRequestOperation.None));
        runtime.SetOutput("follow-up-issues", "[]");
        runtime.SetOutput("changed", isChanged ? "true" : "false");
        SetProblems(runtime, failures);
    }

    public static IEnumerable<Problem> AllProblems(RunResult result) =>
        result.Postmortem!.Problems.Concat(result.Plan!.Problems).Concat(result.Outcome!.Problems);

    private static void SetProblems(ActionsRuntime runtime, IEnumerable<Problem> problems)
    {
        var all = problems.ToList();
        var told = all.Count <= MostProblems ? all : [.. all.Take(MostProblems), LeftOut(all.Count - MostProblems)];
        runtime.SetOutput("problems", PostmortemJson.Write(told.Select(problem => (object?)PostmortemModel.Of(problem)).ToList(), indented: false));
    }

    private static Problem LeftOut(int count) => Problem.Note(
        "problems-left-out", $"{Words.Count(count, "more problem does", "more problems do")} not fit into this output.", "See the job summary, which lists all of them.");

    /// <summary>
    /// The container sees the runner's temporary folder under another path than later steps do,
    /// so the output is the file's name in that folder.
    /// </summary>
    private static void SetJson(ActionsRuntime runtime, RepositoryInfo repository, RunResult result)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"postmortem-{result.Number}.json");
        if (runtime.Save(name, PostmortemJson.Write(PostmortemModel.ForJson(result.Postmortem!, repository)) + "\n"))
        {
            runtime.SetOutput("postmortem-json", name);
        }
    }

    private static string Name(PullRequestOperation operation) => operation switch
    {
        PullRequestOperation.Created => "created",
        PullRequestOperation.Updated => "updated",
        PullRequestOperation.Unchanged => "unchanged",
        _ => "none",
    };

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
