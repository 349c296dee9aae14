using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;
using PostmortemAction.GitHub;

namespace PostmortemAction;

/// <summary>GitHub as the environment names it, for the commands that people type.</summary>
/// <param name="environment">For its variables only; nothing is written to the runner.</param>
internal sealed class LocalGitHub(ActionsRuntime environment)
{
    private readonly GitHubAddresses addresses = new(environment, $"Leave it out for `{GitHubAddresses.GitHubApi}`, or give the address of your server's API.");

    public bool HasToken => Token.Length > 0;

    /// <summary>Whether one is named, be it wrongly.</summary>
    public bool HasRepository => environment.Variable("GITHUB_REPOSITORY") is not null;

    /// <exception cref="ProblemException">It names none.</exception>
    public string Repository => environment.Variable("GITHUB_REPOSITORY") is { } name && name.Split('/') is [{ Length: > 0 }, { Length: > 0 }] ? name
        : throw Wrong("repository-missing", "`GITHUB_REPOSITORY` does not name a repository.", "Set it to `owner/name`.");

    public string Server => addresses.Server;

    public Uri Api => addresses.Api;

    /// <exception cref="ProblemException">There is no token, or something else is missing.</exception>
    public GitHubSender Sender(HttpMessageHandler transport, TimeProvider time)
    {
        var token = HasToken ? Token : throw Wrong("token-missing", "`GITHUB_TOKEN` holds no token.", "Set it to a token that may read the repository.");
        return new(Api, addresses.GraphQl, TokenText.Checked(token), transport, time);
    }

    public GitHubClient Client(GitHubSender sender) => new(sender, Repository.Split('/')[0], Repository.Split('/')[1]);

    /// <summary>Without the line end that a file's text brings along.</summary>
    private string Token => (environment.Variable("GITHUB_TOKEN") ?? "").Trim();

    private static ProblemException Wrong(string code, string message, string fix) => new(Problem.Error(code, message, fix));
}
