using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>What a repository holds of a contender's work.</summary>
internal sealed record Holdings(int PullRequests, int Documents, int FollowUps, int StatusComments, bool HasEveryTask)
{
    /// <summary>One of each, five follow-ups that are the five tasks, and a document that names them.</summary>
    public bool IsRight => this is { PullRequests: 1, Documents: 1, StatusComments: 1, HasEveryTask: true } && FollowUps == Stage.Tasks.Count;

    /// <summary>How many things are there that should not be.</summary>
    public int Duplicates =>
        Math.Max(0, PullRequests - 1) + Math.Max(0, Documents - 1) + Math.Max(0, FollowUps - Stage.Tasks.Count) + Math.Max(0, StatusComments - 1);

    public static Holdings Of(RepositoryState repository, int incident)
    {
        var main = repository.Branch("main").Files;
        var documents = repository.Branches
            .SelectMany(branch => branch.Files.Where(file => !main.ContainsKey(file.Key) && file.Key.EndsWith(".md", StringComparison.Ordinal))).ToList();
        var followUps = repository.Issues.Where(issue => issue.Labels.Contains("follow-up") && issue.State == "open").ToList();
        return new(
            repository.Pulls.Count(pull => pull.State == "open"),
            documents.Count,
            followUps.Count,
            repository.CommentsOn(incident).Count(comment => comment.Author == Stage.Actor),
            Stage.Tasks.All(task => followUps.Any(issue => issue.Title == task) && documents.All(file => file.Value.Contains(task, StringComparison.Ordinal))));
    }
}
