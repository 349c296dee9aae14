using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Who may write to the repository, asked live: the association on a comment does not say.</summary>
internal static class Writers
{
    /// <summary>Those of them who may write.</summary>
    public static async Task<IReadOnlySet<string>> FindAsync(
        IGitHubClient client, IEnumerable<string> logins, CancellationToken cancellation)
    {
        // The client sends only a few at once; a long incident has dozens of commenters.
        var asked = logins.Select(async login => (login, Level: await client.GetPermissionAsync(login, cancellation))).ToList();
        return (await Task.WhenAll(asked)).Where(answer => answer.Level is { Name: "admin" or "write" or "maintain" }).Select(answer => answer.login).ToHashSet();
    }
}
