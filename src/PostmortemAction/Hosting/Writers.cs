using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Who may write to the repository, asked live and once for each: the association on a comment does not say.</summary>
internal sealed class Writers(IGitHubClient client)
{
    private readonly Dictionary<string, Task<AccessLevel?>> levels = [];

    /// <summary>Asks, and waits for nothing. The client sends only a few at once; a long incident has dozens of commenters.</summary>
    public void Ask(IEnumerable<string> logins, CancellationToken cancellation)
    {
        foreach (var login in logins.Where(login => !levels.ContainsKey(login)))
        {
            levels[login] = client.GetPermissionAsync(login, cancellation);
        }
    }

    /// <summary>Those of them who may write.</summary>
    public async Task<IReadOnlySet<string>> OfAsync(IReadOnlyList<string> logins, CancellationToken cancellation)
    {
        Ask(logins, cancellation);
        await Task.WhenAll(levels.Values);
        return logins.Where(login => levels[login].Result is { Name: "admin" or "write" or "maintain" }).ToHashSet();
    }
}
