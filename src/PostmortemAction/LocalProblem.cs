using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction;

/// <summary>What keeps a command that somebody typed from its job.</summary>
internal static class LocalProblem
{
    /// <param name="command">Its name, with which the code of a file's problem begins.</param>
    /// <returns>What a person can do about it; null for our own bugs.</returns>
    public static IReadOnlyList<Problem>? Of(Exception e, string command) => e switch
    {
        ProblemException mistake => mistake.Problems,
        GitHubException refusal => [GitHubProblem.Of(refusal)],
        IOException or UnauthorizedAccessException =>
            [Problem.Error($"{command}-file-refused", $"A file cannot be read or written: {Quoted.Code(e.Message, 300)}.", "Look at its permissions, and whether it is what its name says.")],
        _ => null,
    };
}
