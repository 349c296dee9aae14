namespace PostmortemAction.Core.Secrets;

/// <summary>Secrets that only the name next to them gives away: <c>password: …</c>, <c>api_key=…</c>, <c>Authorization: …</c>.</summary>
internal static class NamedSecrets
{
    /// <summary>A value with spaces stands in quotes; else it ends where a sentence or a list would go on.</summary>
    private const string Value = @"([""'](?<s>[^""'\r\n]{3,})[""']|(?<s>[^\s""'`<>,;|()\[\]{}&][^\s""'`<>,;|()\[\]{}]{2,}))";

    /// <summary>In a connection string only a semicolon or a quote ends a value.</summary>
    private const string Part = @"(?<s>[^;""'\r\n\s]{3,})";

    /// <summary>What stands between a name and its value in assignments, JSON, YAML, Markdown and code.</summary>
    private const string Is = @"[""'\]*_`]{0,4}[ \t]{0,3}(=>|:=|=|:|：)[ \t]{0,3}[*_`]{0,3}";

    private const string KeyNames =
        @"(api|app|application|access|auth|account|signing|encryption|master|routing|integration|service|license|deploy|storage|subscription|events?|webhook)[_\-. ]?key"
        + "|apikey|secret[_\\-. ]?key|private[_\\-. ]?key";

    /// <summary>In the order in which they are tried: where two find the same place, the first names it.</summary>
    public static IReadOnlyList<SecretRule> All { get; } =
    [
        new("AWS secret key", ["aws", "secret_access", "secretaccess"], $@"(?i)(aws|secret_?access)[A-Za-z_\-. ]{{0,24}}{Is}[""']?(?<s>[A-Za-z0-9/+]{{40}})(\W|$)", Shape.IsMixed, Behind: Behind.Assigned),
        new("Heroku key", ["heroku"], $@"(?i)heroku[A-Za-z0-9_\-. ]{{0,30}}{Is}[""']?(?<s>[a-f0-9]{{8}}(-[a-f0-9]{{4}}){{3}}-[a-f0-9]{{12}})", Behind: Behind.Assigned),
        new("Datadog key", ["datadog", "dd_", "dd-"], $@"(?i)(datadog|\bdd)[A-Za-z_\-. ]{{0,20}}key{Is}[""']?(?<s>[a-f0-9]{{32,40}})", Behind: Behind.Assigned),
        new("PagerDuty key", ["pagerduty", "pd_"], $@"(?i)(pagerduty|\bpd)[A-Za-z_\-. ]{{0,24}}{Is}[""']?(?<s>[A-Za-z0-9_+\-]{{20,32}})(\W|$)", Shape.IsRandom, Behind: Behind.Assigned),
        new("Cloudflare key", ["cloudflare", "cf_"], $@"(?i)(cloudflare|\bcf)[A-Za-z_\-. ]{{0,24}}(key|token|secret){Is}[""']?(?<s>[A-Za-z0-9_\-]{{37,40}})(\W|$)", Behind: Behind.Assigned),
        new("Twilio token", ["twilio"], $@"(?i)twilio[A-Za-z_\-. ]{{0,24}}{Is}[""']?(?<s>[a-f0-9]{{32}})(\W|$)", Behind: Behind.Assigned),
        new("credentials in a header", ["authorization"], $@"(?i)authorization{Is}[""']?(bearer|basic|token|digest|apikey|genie ?key|negotiate|ssws|sso-key|splunk)[ \t]+(?<s>[^\s""'`<>,;|]{{6,}})", Shape.IsNoPlaceholder, Behind: Behind.Assigned),
        new("bearer token", ["bearer"], @"(?i)\bbearer[ \t]+[""']?(?<s>[A-Za-z0-9_\-.~+/]{12,}={0,2})", Shape.IsRandom),
        new("credentials in a header", ["authorization"], $@"(?i)authorization{Is}[""']?(?<s>[^\s""'`<>,;|()]{{12,}})", Shape.IsRandom, Behind: Behind.Assigned),
        new("credentials in a header", ["cookie"], @"(?i)\b(set-)?cookie[""']?:[ \t]{0,3}[^=\r\n]{1,60}=(?<s>[^\s;""']{8,})", Shape.IsRandom),
        new("password in a command", ["-u", "--user"], @"(^|[^\w\-])(-u|--user|--proxy-user)[ =]?[""']?[A-Za-z0-9_.@\-]{1,64}:(?<s>[^\s""'`:/]{4,})", Shape.IsPassword, Behind: Behind.Login),
        new("password in a command", ["-pass", "sshpass"], @"(?i)(^|[^\w\-])(sshpass -p|--?pass(word|wd|phrase)?)[ =][""']?(?<s>[^\s""'`\-][^\s""'`]{3,})", Shape.IsPassword),
        new("token in a command", ["--"], @"(?i)(^|[^\w\-])--[a-z\-]{0,20}(token|secret|api-?key|access-?key)[ =][""']?(?<s>[^\s""'`\-][^\s""'`]{7,})", Shape.IsRandom, Behind: Behind.Option),
        new("password", ["password", "pwd"], $@"(?i)(password|pwd)[ \t]{{0,2}}=[ \t]{{0,2}}{Part}", Shape.IsPassword, Behind: new("=", 12)),
        new("password", ["pass", "pwd", "kennwort", "contrase", "senha", "парол", "密码", "パスワード"],
            $@"(?i)(password|passwd|passphrase|passcode|\bpwd|_pwd|_pass|\bpass|passwort|kennwort|mot de passe|contraseña|senha|пароль|密码|パスワード){Is}{Value}", Shape.IsPassword, Behind: Behind.Named),
        new("password", ["password", "passwort", "passphrase"], @"(?i)(password|passwort|passphrase)[""'*_`]{0,3}[ \t]+(is|was|to|ist|war|->|→)[ \t]+[""'*_`]{0,3}(?<s>[^\s""'`<>]{6,})", Shape.IsRandom),
        new("password", ["pass"], @"(?i)<[a-z0-9_.:\-]{0,30}(password|passwd|passphrase|pwd)[^<>\r\n]{0,80}>(?<s>[^<>\r\n]{3,})</", Shape.IsPassword, Behind: Behind.Tagged),
        new("key or token", ["key", "token", "secret"], $@"(?i)<[a-z0-9_.:\-]{{0,30}}({KeyNames}|token|secret)>(?<s>[^<>\r\n]{{6,}})</", Shape.IsRandom, Behind: Behind.TagEnd),
        new("password", ["pass", "pwd"], $@"(?i)[""'](password|passwd|pwd|passphrase)[""'],?[ \t]*(value[ \t]*[=:]|,)[ \t]*{Value}", Shape.IsPassword, Behind: Behind.Quoted),
        new("key or token", ["key", "token", "secret"], $@"(?i)({KeyNames}|token|secret)[""'][ \t]+value[ \t]*=[ \t]*{Value}", Shape.IsRandom, Behind: Behind.Quoted),
        new("key or token", ["name:"], $@"(?i)name:[ \t]*[""']?[a-z0-9_\-.]{{0,60}}(password|passwd|pwd|secret|token|key)[""']?[ \t]*\r?\n[ \t]*[""']?value[""']?:[ \t]*{Value}", Shape.IsPassword, Behind: Behind.Assigned),
        new("key or token", ["key", "token", "secret", "credential", "connection"], $@"(?i)({KeyNames}|token|secret|secrets?[_\-. ]?(string|value)|client[_\-. ]?secret|credentials?|connection[_\-. ]?string){Is}{Value}", Shape.IsRandom, Behind: Behind.Named),
        new("key or token", ["password", "passwd", "secret", "token", "key"], $@"(?i)\|[ \t*_`]{{0,4}}[a-z0-9_\-. ]{{0,40}}(password|passwd|secret|token|{KeyNames})[ \t*_`]{{0,4}}\|[ \t*_`]{{0,4}}(?<s>[^\s|`*]{{6,}})", Shape.IsRandom, Behind: Behind.CellEnd),
        new("SAS signature", ["sig="], @"(?i)[?&;]sig=(?<s>[A-Za-z0-9%+/=_\-]{20,})"),
    ];
}
