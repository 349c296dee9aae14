using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Years;

/// <summary>Index, its data and the digest, as they stand and as they come out where nothing of them was there before.</summary>
internal sealed record Recomputation(string? Readme, string? Data, string? Digest)
{
    public static Recomputation AsItStands(SimulatedGitHub github)
    {
        var isLive = github.Repository.Issues.Exists(issue => issue is { IsOpen: true, Pull.Head: IndexBranch.Name });
        var place = $"refs/heads/{(isLive ? IndexBranch.Name : github.Repository.DefaultBranch)}";
        var digests = github.Repository.Issues.Where(IsDigest).ToList();
        return new(
            github.Repository.Git.Text(place, Library.Readme),
            github.Repository.Git.Text(place, Library.Data),
            digests.Count > 1 ? $"there are {digests.Count} digests" : digests.SingleOrDefault()?.Body);
    }

    /// <summary>A run on a copy that holds the documents and the issues, and nothing of ours for the repository as a whole.</summary>
    public static Recomputation FromScratch(SimulatedGitHub github)
    {
        var copy = new SimulatedGitHub { HourlyLimit = github.HourlyLimit };
        copy.Time.Advance(github.Time.Elapsed);
        foreach (var (login, account) in github.Repository.Accounts)
        {
            copy.Repository.Accounts[login] = account;
        }

        foreach (var (name, label) in github.Repository.Labels)
        {
            copy.Repository.Labels[name] = label;
        }

        var git = github.Repository.Git;
        copy.People.Commit("mira", "main", "All at once", [.. git.Files(github.Repository.Branch("main")!)
            .Where(file => file.Key is not (Library.Readme or Library.Data))
            .Select(file => (file.Key, System.Text.Encoding.UTF8.GetString(git.Blob(file.Value.Sha)!)))]);
        copy.Repository.Issues.AddRange(github.Repository.Issues.Where(issue => issue.Pull is null && !IsDigest(issue)));
        copy.Repository.SkipNumbers(github.Repository.Issues[^1].Number);
        var result = ActionInProcess.Run(copy, 0, new() { Event = Library.Dispatched });
        Assert.True(result.ExitCode == 0, result.Log + result.Bug);
        return AsItStands(copy);
    }

    private static bool IsDigest(StoredIssue issue) => issue is { Pull: null, Author: StoredRepository.Bot } && Marker.TryFind(issue.Body, Marker.Digest, out _);
}
