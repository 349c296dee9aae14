using System.Collections.Concurrent;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Who may write to the repository, asked live: the association on a comment does not say.</summary>
internal static class Writers
{
    /// <summary>GitHub refuses who asks too much at once; a long incident has dozens of commenters.</summary>
    private const int MostAtOnce = 8;

    /// <summary>The logins of those who may write. Bots are not asked for.</summary>
    public static async Task<IReadOnlySet<string>> FindAsync(
        IGitHubClient client, IEnumerable<Account?> accounts, CancellationToken cancellation)
    {
        var logins = accounts.OfType<Account>().Where(account => !account.IsBot).Select(account => account.Login).Distinct();
        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(logins, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellation }, async (login, token) =>
        {
            if (await client.GetPermissionAsync(login, token) is { Name: "admin" or "write" or "maintain" })
            {
                found.Add(login);
            }
        });
        return found.ToHashSet();
    }
}
