using System.Globalization;
using PostmortemAction.Core.Records;

namespace PostmortemAction.Core.Plans;

/// <summary>The repository that holds the incident.</summary>
/// <param name="WebUrl">Its address for people, without a slash at the end.</param>
public sealed record RepositoryInfo(string FullName, string WebUrl, string DefaultBranch)
{
    public string IssueUrl(string number) => $"{WebUrl}/issues/{number}";

    /// <summary>An issue of any repository of the same server.</summary>
    /// <param name="repository">Null for this one.</param>
    public string IssueUrl(string? repository, string number) => repository is null ? IssueUrl(number) : $"{WebUrl[..^FullName.Length]}{repository}/issues/{number}";

    public string IssueUrl(IssueKey issue) => IssueUrl(issue.Repository, issue.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether another repository has the same owner: only then GitHub attaches its issues as sub-issues.</summary>
    /// <param name="repository">Null for this one.</param>
    public bool IsSameOwner(string? repository) => repository is null || repository.Split('/')[0].Equals(FullName.Split('/')[0], StringComparison.OrdinalIgnoreCase);

    public string IssueUrl(int number) => IssueUrl(number.ToString(CultureInfo.InvariantCulture));

    public string PullRequestUrl(int number) => string.Create(CultureInfo.InvariantCulture, $"{WebUrl}/pull/{number}");

    /// <summary>The pull request of a branch, also before it has a number.</summary>
    public string PullRequestSearchUrl(PostmortemBranch branch) =>
        $"{WebUrl}/pulls?q={Uri.EscapeDataString($"is:pr head:{branch}")}";

    /// <summary>A link to a pull request that there is.</summary>
    public string PullRequestLink(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"[#{number}]({PullRequestUrl(number)})");

    /// <summary>A link for a person, where the action may not open the pull request itself.</summary>
    public string OpenPullRequestLink(PostmortemBranch branch) => $"[open the pull request]({CompareUrl(branch)})";

    /// <summary>The page on which a person opens the pull request by hand.</summary>
    public string CompareUrl(PostmortemBranch branch) => CompareUrl(branch.ToString());

    /// <inheritdoc cref="CompareUrl(PostmortemBranch)"/>
    public string CompareUrl(string branch) =>
        $"{WebUrl}/compare/{EscapePath(DefaultBranch)}...{branch}?expand=1";

    /// <summary>A file of the default branch.</summary>
    public string FileUrl(string path) => $"{WebUrl}/blob/{EscapePath(DefaultBranch)}/{EscapePath(path)}";

    /// <summary>A line of a file, as its source.</summary>
    /// <param name="reference">A branch or a commit.</param>
    public string LineUrl(string reference, string path, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{WebUrl}/blob/{EscapePath(reference)}/{EscapePath(path)}?plain=1#L{line}");

    /// <summary>Slashes in branch names stay.</summary>
    private static string EscapePath(string name) => string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
}
