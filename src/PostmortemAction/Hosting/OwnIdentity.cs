using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Who we are on GitHub. Asked once, and only when something carries our marker: anybody can copy a marker.</summary>
/// <param name="known">The login, where it is known already.</param>
public sealed class OwnIdentity(IGitHubClient client, string? known)
{
    private Task<string?>? login = known is null ? null : Task.FromResult<string?>(known);

    public async Task<bool> IsAsync(Account? account, CancellationToken cancellation)
    {
        login ??= client.GetOwnLoginAsync(cancellation);
        return account is not null && string.Equals(account.Login, await login, StringComparison.OrdinalIgnoreCase);
    }
}
