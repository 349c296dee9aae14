using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>What keeps a command that somebody typed from its job.</summary>
internal static class LocalProblem
{
    /// <summary>What to do where no job's workflow can be changed: the token is the one that somebody typed.</summary>
    private static readonly Dictionary<string, string> Fixes = new()
    {
        ["token-refused"] = "Set `GITHUB_TOKEN` to one that has not expired, of the server that is asked.",
        ["permission-missing"] = "Set `GITHUB_TOKEN` to one that may read contents, issues and pull requests of the repository.",
        ["issue-missing"] = "Look at the number. If the issue exists, the token in `GITHUB_TOKEN` may not see it: it needs to read issues.",
        ["default-branch-missing"] = "Commit something to the default branch, or set `GITHUB_TOKEN` to one that may read contents.",
    };

    /// <param name="command">Its name, with which the code of a file's problem begins.</param>
    /// <returns>What a person can do about it; null for our own bugs.</returns>
    public static IReadOnlyList<Problem>? Of(Exception e, string command) => e switch
    {
        ProblemException mistake => [.. mistake.Problems.Select(ForCommand)],
        GitHubException refusal => [ForCommand(GitHubProblem.Of(refusal))],
        IOException or UnauthorizedAccessException =>
            [Problem.Error($"{command}-file-refused", $"A file cannot be read or written: {Quoted.Code(e.Message, 300)}.", "Look at its permissions, and whether it is what its name says.")],
        _ => null,
    };

    /// <summary>A problem of a job in the words for somebody who typed a command.</summary>
    public static Problem ForCommand(Problem problem) => Fixes.TryGetValue(problem.Code, out var fix) ? problem with { Fix = fix } : problem;
}
