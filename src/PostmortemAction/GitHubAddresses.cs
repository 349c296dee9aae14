using PostmortemAction.Actions;
using PostmortemAction.Core.Problems;

namespace PostmortemAction;

/// <summary>Where GitHub is, as the environment says. The token goes there, so nothing but a variable leads to another host than the API's.</summary>
/// <param name="fix">What to do about a variable that holds no address.</param>
internal sealed class GitHubAddresses(ActionsRuntime environment, string fix)
{
    public const string GitHubApi = "https://api.github.com";

    public string Server => environment.Variable("GITHUB_SERVER_URL") ?? "https://github.com";

    /// <exception cref="ProblemException">The variable holds no address.</exception>
    public Uri Api => Named("GITHUB_API_URL") ?? new(GitHubApi);

    /// <inheritdoc cref="Api"/>
    public Uri GraphQl => Named("GITHUB_GRAPHQL_URL") ?? BesideRest(Api.AbsoluteUri.TrimEnd('/'));

    /// <summary>https://docs.github.com/en/enterprise-server/graphql/guides/forming-calls-with-graphql#the-graphql-endpoint</summary>
    private static Uri BesideRest(string api) => new($"{(api.EndsWith("/api/v3", StringComparison.Ordinal) ? api[..^"/v3".Length] : api)}/graphql");

    private Uri? Named(string variable) => environment.Variable(variable) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : throw new ProblemException(Problem.Error("address-unreadable", $"`{variable}` is no address.", fix));
}
