using PostmortemAction.Core.Problems;

namespace PostmortemAction;

/// <summary>A token as a request can carry it.</summary>
internal static class TokenText
{
    /// <exception cref="ProblemException">It holds what no header takes, such as a line break.</exception>
    public static string Checked(string token) => token.All(c => c is > ' ' and <= '~') ? token : throw new ProblemException(Problem.Error(
        "token-unusable", "The token holds a blank, a line break or another character that no token has.", "Copy it again, with nothing around it and nothing in between."));
}
