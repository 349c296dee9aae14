using System.Globalization;

namespace PostmortemAction.Core.Tests.Secrets;

/// <summary>Lines as people paste them into incidents, with everything that looks random and is no secret.</summary>
internal sealed class OrdinaryLog(int seed)
{
    private static readonly string[] Names = ["checkout", "login-api", "payments", "search-indexer", "cart", "edge-proxy", "auth-service", "token-refresher", "secrets-operator", "keycloak"];
    private static readonly string[] Words = ["timeout", "refused", "retrying", "connected", "evicted", "restarted", "degraded", "healthy", "scaled", "drained", "Überlauf", "失敗"];
    private static readonly string[] Remarks =
    [
        "password: incorrect for user 1042", "Password reset e-mails were delayed by 20 minutes", "token: expired", "token=invalid", "the token was revoked at 10:42",
        "secret: default/db-credentials", "secretName: shop-tls-2024", "imagePullSecrets: [regcred]", "api_key: ${API_KEY}", "password: <redacted>", "password=***",
        "token: $TOKEN", "PASSWORD=changeme", "client_secret: {{ vault.client }}", "max_tokens=4096", "token_count: 1234567", "next page token: none", "key: value",
        "partition_key=orders-2024-04", "Authorization: Bearer <token>", "the bearer of bad news", "Authorization failed for 12 users", "rotate the api key every 90 days",
        "access key rotated by mira", "unexpected token: '}' at line 42", "SyntaxError: Unexpected token < in JSON at position 0", "csrf token mismatch",
        "private key file: /etc/ssl/private/tls.key", "password policy: at least 12 characters", "ssh-keygen -t ed25519", "sk-learn 1.4.2", "CrashLoopBackOff",
        "auth: token bucket is empty (rate limit 100/s)", "password hash: argon2id", "secret/shop/production/database", "vault kv get secret/shop",
        "-----BEGIN CERTIFICATE-----", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQC7 mira@laptop", "token: string", "DATABASE_URL is not set", "cookie: none",
    ];

    private readonly Random random = new(seed);

    public IEnumerable<string> Lines(int count) => Enumerable.Range(0, count).Select(_ => Line());

    private string Line() => random.Next(20) switch
    {
        0 => $"commit {Hex(40)} by {Name()}",
        1 => $"{Time()} INFO request_id={Uuid()} trace={Hex(32)} span={Hex(16)} took {random.Next(9000)} ms",
        2 => $"sha256:{Hex(64)}  {Name()}-{random.Next(9)}.{random.Next(30)}.{random.Next(99)}.tar.gz",
        3 => $"image: registry.acme.test:5000/{Name()}@sha256:{Hex(64)}",
        4 => $"pod/{Name()}-{Letters(9)}-{Letters(5)} 0/1 CrashLoopBackOff {random.Next(40)} {random.Next(60)}m",
        5 => $"   at Acme.Shop.{Pascal()}.{Pascal()}Async(CancellationToken token) in /src/{Pascal()}/{Pascal()}.cs:line {random.Next(999)}",
        6 => $"https://grafana.acme.test/d/{Letters(9)}/{Name()}?orgId=1&from={1713000000000 + random.Next(99999999)}&to=now&var-pod={Name()}-{Hex(10)}",
        7 => $"![graph](data:image/png;base64,{Base64(300)})",
        8 => $"[{Time()}] {Name()}[{random.Next(65000)}]: {Word()} upstream 10.{random.Next(255)}.{random.Next(255)}.{random.Next(255)}:{random.Next(65000)}",
        9 => $"\"GET /api/v2/orders/{random.Next(int.MaxValue)}?cursor={Base64(24).Replace('+', '-').Replace('/', '_')} HTTP/1.1\" 50{random.Next(5)} {random.Next(9999)} \"-\" \"Mozilla/5.0 (X11; Linux x86_64)\"",
        10 => $"etag: W/\"{Hex(32)}\" md5={Hex(32)} crc={Hex(8)}",
        11 => $"arn:aws:ecs:eu-west-1:{random.NextInt64(100000000000, 999999999999)}:task/{Name()}/{Hex(32)}",
        12 => $"docker pull docker://nginx:1.{random.Next(30)}@sha256:{Hex(64)}",
        13 => $"E{random.Next(1000, 1300)} {random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}.{random.Next(999999):000000}       1 reflector.go:{random.Next(400)}] {Word()}: ResourceVersion {random.Next(99999999)}",
        14 => $"git diff {Hex(7)}..{Hex(7)} -- src/{Pascal()}.cs && git log {Hex(12)}",
        15 => $"mailto:{Name()}@acme.test ssh://git@github.com:22/acme/{Name()}.git https://user@acme.test/{Name()}",
        16 => $"{{\"level\":\"error\",\"msg\":\"{Word()}\",\"id\":\"{Uuid()}\",\"hash\":\"{Base64(44)}\",\"key\":\"orders:{random.Next(99999)}\",\"ts\":{random.Next()}}}",
        17 => $"integrity sha512-{Base64(86)}== {Name()}@{random.Next(20)}.{random.Next(20)}.{random.Next(20)}",
        18 => $"{Time()} WARN {Name()} {Remarks[random.Next(Remarks.Length)]}",
        _ => Remarks[random.Next(Remarks.Length)],
    };

    private string Name() => Names[random.Next(Names.Length)];

    private string Word() => Words[random.Next(Words.Length)];

    private string Pascal() => string.Concat(Name().Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private string Time() => new DateTime(2024, 4, 14, 10, 0, 0).AddSeconds(random.Next(9000)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private string Hex(int count) => Draw("0123456789abcdef", count);

    private string Letters(int count) => Draw("bcdfghjklmnpqrstvwxz2456789", count);

    private string Base64(int count) => Draw("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", count);

    private string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    private string Draw(string from, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]));
}
