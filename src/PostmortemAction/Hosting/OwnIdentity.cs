using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Who we are on GitHub. Asked once, and only when something carries our marker: anybody can copy a marker.</summary>
public sealed class OwnIdentity(IGitHubClient client)
{
    private Task<string?>? login;

    public async Task<bool> IsAsync(Account? account, CancellationToken cancellation)
    {
        login ??= client.GetOwnLoginAsync(cancellation);
        return account is not null && string.Equals(account.Login, await login, StringComparison.OrdinalIgnoreCase);
    }
}
