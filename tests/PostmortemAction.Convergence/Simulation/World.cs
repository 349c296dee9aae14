using System.Globalization;
using System.Text;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>A GitHub with an incident in it, and where to find what the action made for it.</summary>
/// <param name="Incident">The number of the incident's issue.</param>
public sealed record World(SimulatedGitHub GitHub, int Incident)
{
    public string Branch => new PostmortemBranch(Incident).ToString();

    /// <summary>Where the document is on its branch; null while there is none.</summary>
    public string? DocumentPath() => GitHub.Repository.Branch(Branch) is not { } head ? null
        : GitHub.Repository.Git.Files(head).Keys.FirstOrDefault(path => path.StartsWith("postmortems/", StringComparison.Ordinal));

    /// <summary>The document as it stands on its branch; null while there is none.</summary>
    public string? Document() => DocumentPath() is { } path && GitHub.Repository.Branch(Branch) is { } head
        ? Encoding.UTF8.GetString(GitHub.Repository.Git.Blob(GitHub.Repository.Git.Files(head)[path].Sha)!) : null;

    /// <summary>The pull request that was opened last for the incident.</summary>
    public StoredIssue? PullRequest() => GitHub.Repository.Issues.LastOrDefault(issue => issue.Pull?.Head == Branch);

    /// <summary>The status comment.</summary>
    public StoredComment? Status() => GitHub.Repository.Comments.Find(comment =>
        comment.Author == StoredRepository.Bot && Marker.TryFind(comment.Body, Marker.Status, out var marker)
        && marker["incident"] == Incident.ToString(CultureInfo.InvariantCulture));

    /// <summary>The follow-ups that were made, by their tasks' keys, the oldest first.</summary>
    public ILookup<string, StoredIssue> FollowUps() => GitHub.Repositories.SelectMany(repository => repository.Issues)
        .Where(issue => issue is { Pull: null, Author: StoredRepository.Bot, IsDeleted: false })
        .Select(issue => (Key: Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) ? marker["task"] : null, Issue: issue))
        .Where(each => each.Key is not null).ToLookup(each => each.Key!, each => each.Issue);
}
