using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Tests.Secrets;

/// <summary>
/// Secrets that are none, made from their shapes: <c>{A36}</c> are 36 letters and digits. The shapes stand here in parts, so that nobody's scanner takes
/// this file for a leak.
/// </summary>
internal static class MadeUpSecrets
{
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";
    private const string Key = "PRIV" + "ATE KEY";
    private const string Hex = "0123456789abcdef";

    /// <summary>A kind, and a text with such a secret. What <c>§</c> frames must be gone; without it, all must.</summary>
    public static IReadOnlyList<(string Kind, string Shape)> Shapes { get; } =
    [
        ("GitHub token", "ghp_{A36}"), ("GitHub token", "gho_{A36}"), ("GitHub token", "ghu_{A36}"), ("GitHub token", "ghs_{A36}"), ("GitHub token", "ghr_{A76}"),
        ("GitHub token", "github_pat_{A22}_{A59}"),
        ("GitLab token", "glpat-{w20}"), ("GitLab token", "gldt-{w20}"), ("GitLab token", "glrt-{w20}"), ("GitLab token", "GR1348941{w20}"),
        ("Atlassian token", "ATATT3xFfGF0{w180}={H8}"), ("Bitbucket token", "ATBB{A32}"), ("Sourcegraph token", "sgp_{h40}"),
        ("AWS access key", "AKIA{U16}"), ("AWS access key", "ASIA{U16}"), ("AWS secret key", "AKIA{U16},§{b40}§"),
        ("AWS secret key", "aws_secret_access_key = §{b40}§"), ("key or token", "secret={b40}"),
        ("Google API key", "AIza{w35}"), ("Google OAuth token", "ya29.{w120}"), ("Google OAuth token", "1//0{w60}"), ("Google client secret", "GOCSPX-{w28}"),
        ("Azure client secret", "{A3}8Q~{A34}"), ("Azure storage key", "AccountKey=§{b86}==§"), ("Azure storage key", "SharedAccessKey=§{b43}=§"),
        ("Azure function key", "{A44}AzFu{A5}w=="), ("SAS signature", "?sv=2022&sig=§{A30}%2B{A12}%3D§"),
        ("DigitalOcean token", "dop_v1_{h64}"), ("Heroku token", "HRKU-{u}"), ("Heroku key", "HEROKU_API_KEY=§{u}§"), ("Alibaba access key", "LTAI{A20}"),
        ("Fly.io token", "fo1_{A43}"), ("Netlify token", "nfp_{A36}"), ("PlanetScale secret", "pscale_tkn_{A43}"), ("Supabase key", "sbp_{h40}"),
        ("Pulumi token", "pul-{h40}"), ("Cloudflare origin key", "v1.0-{h24}-{h146}"), ("Cloudflare key", "CLOUDFLARE_API_TOKEN=§{w40}§"),
        ("Tailscale key", "tskey-auth-{A12}-{A32}"),
        ("Slack token", "xoxb-{d12}-{d12}-{A24}"), ("Slack token", "xoxp-{d12}-{d12}-{d12}-{h32}"), ("Slack token", "xapp-1-{U11}-{d13}-{h64}"),
        ("Slack webhook", "https://hooks.slack.com/§services/T{U8}/B{U8}/{A24}§"),
        ("Discord webhook", "https://discord.com/api/webhooks/§{d18}/{w68}§"), ("Discord token", "M{A23}.{A6}.{A27}"),
        ("Teams webhook", "https://acme.webhook.office.com/§webhookb2/{u}@{u}/IncomingWebhook/{h32}/{u}§"),
        ("Telegram token", "{d10}:AA{w33}"), ("Twilio key", "SK{h32}"), ("Twilio token", "TWILIO_AUTH_TOKEN=§{h32}§"), ("SendGrid key", "SG.{A22}.{A43}"),
        ("Mailgun key", "key-{h32}"), ("Mailgun key", "{h32}-{h8}-{h8}"), ("Mailchimp key", "{h32}-us14"), ("Sendinblue key", "xkeysib-{h64}-{A16}"),
        ("Stripe key", "sk_live_{A24}"), ("Stripe key", "rk_test_{A24}"), ("Stripe webhook secret", "whsec_{A32}"), ("Shopify token", "shpat_{h32}"),
        ("Square token", "sq0atp-{w22}"), ("Square token", "EAAA{A60}"), ("Braintree token", "access_token$production${l16}${h32}"),
        ("npm token", "npm_{A36}"), ("PyPI token", "pypi-AgEIcHlwaS5vcmc{w150}"), ("NuGet key", "oy2{l43}"), ("RubyGems key", "rubygems_{h48}"),
        ("crates.io token", "cio{A32}"), ("Docker token", "dckr_pat_{w27}"), ("Artifactory token", "AKCp{A69}"),
        ("Anthropic key", "sk-ant-api03-{w93}"), ("OpenAI key", "sk-proj-{w90}"), ("OpenAI key", "sk-{A20}T3BlbkFJ{A20}"), ("OpenAI key", "sk-{A48}"),
        ("Hugging Face token", "hf_{A34}"), ("Groq key", "gsk_{A52}"), ("Replicate token", "r8_{A37}"), ("Perplexity key", "pplx-{A48}"), ("xAI key", "xai-{A80}"),
        ("Databricks token", "dapi{h32}"), ("Vault token", "hvs.{w90}"), ("Vault token", "s.{A24}"), ("Terraform token", "{A14}.atlasv1.{A67}"),
        ("Grafana token", "glsa_{A32}_{h8}"), ("Grafana token", "glc_{A60}=="), ("Grafana token", "eyJrIjoi{A60}="),
        ("New Relic key", "NRAK-{U27}"), ("New Relic key", "{h36}NRAL"), ("Sentry token", "sntrys_{A60}"), ("Dynatrace token", "dt0c01.{U24}.{U64}"),
        ("Doppler token", "dp.st.dev.{A43}"), ("1Password token", "ops_eyJ{A200}"), ("age key", "AGE-SECRET-KEY-1{U58}"), ("SonarQube token", "squ_{h40}"),
        ("CircleCI token", "CCIPAT_{A22}_{h40}"), ("Buildkite token", "bkua_{h40}"),
        ("Linear key", "lin_api_{A40}"), ("Postman key", "PMAK-{h24}-{h34}"), ("Notion token", "ntn_{d11}{A35}"), ("Airtable token", "pat{A14}.{h64}"),
        ("Figma token", "figd_{w40}"), ("HubSpot token", "pat-na1-{u}"), ("PostHog key", "phx_{A43}"),
        ("JSON web token", "eyJhbGciOiJIUzI1NiJ9.eyJ{A60}.{w43}"),
        ("private key", "§-----BEGIN RSA " + Key + "-----\n{b64}\n{b64}\n{b20}==\n-----END RSA " + Key + "-----§"),
        ("private key", "§-----BEGIN OPENSSH " + Key + "-----\n{b70}\n{b70}\n-----END OPENSSH " + Key + "-----§"),
        ("private key", "§-----BEGIN PGP " + Key + " BLOCK-----\n\n{b64}\n{b64}\n={b4}\n-----END PGP " + Key + " BLOCK-----§"),
        ("private key", "\"private_key\": \"§-----BEGIN " + Key + "-----\\n{b64}\\n{b64}\\n-----END " + Key + "-----§\\n\""),
        ("private key", "§---- BEGIN SSH2 ENCRYPTED " + Key + " ----\n{b70}\n{b70}§"),
        ("private key", "PuTTY-User-Key-File-3: ssh-rsa\nPrivate-Lines: 2\n§{b64}\n{b40}§"), ("private key", "§MIIEowIBAAKCAQEA{b48}\n{b64}\n{b64}§"),
        ("Datadog key", "DD_API_KEY=§{h32}§"), ("Datadog key", "datadog_app_key: §{h40}§"), ("PagerDuty key", "pagerduty_token: §u+{A18}§"),
        ("credentials in a header", "Authorization: Basic §{b40}==§"), ("credentials in a header", "\"authorization\": \"Token §{h40}§\""),
        ("credentials in a header", "Authorization: §{A40}§"), ("credentials in a header", "Set-Cookie: session=§{A32}§; path=/"), ("bearer token", "use bearer §{A32}§ there"),
        ("password in a command", "curl -u deploy:§{A12}§ https://acme.test"), ("password in a command", "mysql --password §{A12}§"),
        ("password in a command", "sshpass -p §{A12}§ ssh x"), ("token in a command", "vault login --access-token §{A26}§"),
        ("password", "Server=db;User Id=sa;Password=§{A6}!{A6}§;Encrypt=true"), ("password", "DB_PASSWORD=§{A14}§"), ("password", "password: §{A9}§"),
        ("password", "\"passwd\": \"§{A5} {A7}§\""), ("password", "Passwort: §{A10}§"), ("password", "the password was §{A10}!§ until noon"),
        ("password", "<password>§{A10}§</password>"), ("password", "setProperty(\"password\", \"§{A12}§\")"),
        ("key or token", "api_key=§{A32}§"), ("key or token", "client_secret: \"§{A40}§\""), ("key or token", "\"refresh_token\":\"§{w60}§\""),
        ("key or token", "<apiKey>§{A32}§</apiKey>"), ("key or token", "<add key=\"ApiKey\" value=\"§{A32}§\" />"), ("key or token", "| API token | §{A32}§ |"),
        ("key or token", "- name: STRIPE_SECRET\n  value: §{A32}§"), ("key or token", "//registry.acme.test/:_authToken=§{u}§"),
        ("password in an address", "postgres://app:§{A14}§@db.acme.test:5432/shop"), ("password in an address", "redis://:§{A14}§@cache:6379"),
        ("password in an address", "mongodb+srv://app:§{A4}/{A4}§@cluster.acme.test"), ("token in an address", "https://§{A40}§@git.acme.test/x.git"),
        ("token in an address", "https://api.acme.test/v1?access_token=§{A32}§&x=1"),
    ];

    /// <summary>The text, and those parts of it that must not be seen again.</summary>
    public static (string Text, IReadOnlyList<string> Secrets) Make(string shape, Random random)
    {
        var text = new StringBuilder();
        for (var at = 0; at < shape.Length; at++)
        {
            var close = shape[at] == '{' ? shape.IndexOf('}', at) : -1;
            if (close > at + 1 || (close == at + 2))
            {
                text.Append(shape[at + 1] == 'u' ? Uuid(random)
                    : Draw(shape[at + 1], int.Parse(shape.AsSpan(at + 2, close - at - 2), CultureInfo.InvariantCulture), random));
                at = close;
            }
            else
            {
                text.Append(shape[at]);
            }
        }

        var parts = text.ToString().Split('§');
        IEnumerable<string> secrets = parts.Length == 1 ? parts : parts.Where((_, i) => i % 2 == 1);
        return (string.Concat(parts), [.. secrets.SelectMany(secret => secret.Split('\n')).Where(line => line.Length > 3)]);
    }

    private static string Draw(char letters, int count, Random random)
    {
        var from = letters switch
        {
            'A' => Upper + Lower + Digits,
            'w' => Upper + Lower + Digits + "_-",
            'b' => Upper + Lower + Digits + "+/",
            'h' => Hex,
            'H' => Hex.ToUpperInvariant(),
            'U' => Upper + Digits,
            'l' => Lower + Digits,
            'd' => Digits,
            _ => throw new ArgumentException($"No letters are called {letters}."),
        };
        string drawn;
        do
        {
            drawn = string.Concat(Enumerable.Range(0, count).Select(_ => from[random.Next(from.Length)]));
        }
        while (count >= 5 && letters is 'A' or 'w' or 'b' && !(drawn.Any(char.IsDigit) && drawn.Any(char.IsAsciiLetterLower) && drawn.Any(char.IsAsciiLetterUpper)));

        return drawn;
    }

    private static string Uuid(Random random) => string.Join('-', new[] { 8, 4, 4, 4, 12 }.Select(length => Draw('h', length, random)));
}
