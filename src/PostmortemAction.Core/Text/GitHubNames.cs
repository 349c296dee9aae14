namespace PostmortemAction.Core.Text;

/// <summary>Names as GitHub gives them: https://docs.github.com/en/get-started/learning-about-github/types-of-github-accounts.</summary>
public static class GitHubNames
{
    private const int LongestLogin = 39;
    private const int LongestTeam = 100;
    private const int LongestName = 100;

    /// <summary>Whether it can be a login, or a team as <c>organisation/team</c>.</summary>
    public static bool IsOwner(string text) => text.Split('/') switch
    {
        [var login] => IsLogin(login),
        [var login, { Length: > 0 and <= LongestTeam } team] => IsLogin(login) && team.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'),
        _ => false,
    };

    /// <summary>Whether it can be a repository as <c>owner/name</c>.</summary>
    public static bool IsRepository(string text) =>
        text.Split('/') is [var owner, { Length: > 0 and <= LongestName } name] && IsLogin(owner)
        && name is not ("." or "..") && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsLogin(string text) =>
        text.Length is > 0 and <= LongestLogin && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
