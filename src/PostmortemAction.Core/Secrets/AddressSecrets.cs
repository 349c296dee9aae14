namespace PostmortemAction.Core.Secrets;

/// <summary>Secrets within addresses: <c>scheme://user:password@host</c> and parameters.</summary>
internal static class AddressSecrets
{
    public static IReadOnlyList<SecretRule> All { get; } =
    [
        new("password in an address", ["://"], @"[A-Za-z][A-Za-z0-9+.\-]{1,30}://[^\s/:@""'`<>]*:(?<s>[^\s/@""'`<>]{1,})@(?<not>sha256:)?[A-Za-z0-9\[%]", Shape.IsNoPlaceholder, Behind.Host),

        // With a slash in it no address reads it right, yet people paste it so.
        new("password in an address", ["://"], @"(?i)(postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|redis|rediss|amqp|amqps|mssql|sqlserver|ftp|ftps|sftp|smtp|smtps)://[^\s:@""'`<>/]*:(?<s>[^\s@""'`<>]{3,})@[A-Za-z0-9\[%]", Shape.IsNoPlaceholder, Behind.Host),
        new("token in an address", ["://"], @"[A-Za-z][A-Za-z0-9+.\-]{1,30}://(?<s>[A-Za-z0-9_\-.]{16,})@[A-Za-z0-9]", Shape.IsRandom, Behind.Host),
        new("token in an address", ["token=", "key=", "secret=", "signature=", "password=", "code=", "jwt=", "session="],
            @"(?i)[?&#][A-Za-z0-9_\-.]{0,40}(token|key|secret|signature|password|passwd|pwd|code|jwt|session)=(?<s>[^\s&""'`<>#()\[\]]{6,})", Shape.IsRandom),
    ];
}
