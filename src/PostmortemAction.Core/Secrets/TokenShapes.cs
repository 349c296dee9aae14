namespace PostmortemAction.Core.Secrets;

/// <summary>Secrets that show by their own shape what they are, mostly by a prefix that their issuer gave them for this very purpose.</summary>
internal static class TokenShapes
{
    /// <summary>In the order in which they are tried: where two find the same place, the first names it.</summary>
    public static IReadOnlyList<SecretRule> All { get; } =
    [
        // Where code lives
        new("GitHub token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], @"gh[pousr]_[A-Za-z0-9_]{36,}(\.[A-Za-z0-9_\-]{10,}){0,2}"),
        new("GitHub token", ["github_pat_"], @"github_pat_[A-Za-z0-9_]{30,}"),
        new("GitLab token", ["glpat-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "gloas-", "glsoat-", "glffct-", "glwt-"], @"\bgl(pat|dt|rt|rtr|cbt|ptt|ft|imt|agent|oas|soat|ffct|wt)-[A-Za-z0-9_\-]{20,}(\.[A-Za-z0-9_\-]{2,}){0,2}"),
        new("GitLab token", ["GR1348941"], @"GR1348941[A-Za-z0-9_\-]{20,}"),
        new("Atlassian token", ["ATATT3", "ATCTT3", "ATSTT3"], @"\b(ATATT3|ATCTT3|ATSTT3)[A-Za-z0-9_\-]{40,}={0,2}[A-Z0-9]{0,8}"),
        new("Bitbucket token", ["ATBB"], @"\bATBB[A-Za-z0-9]{24,}"),
        new("Sourcegraph token", ["sgp_"], @"\bsgp_([a-f0-9]{16}_|local_)?[a-f0-9]{40}"),

        // Clouds
        new("AWS access key", ["AKIA", "ASIA", "ABIA", "ACCA"], @"(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"),
        new("AWS secret key", ["AKIA", "ASIA"], @"(AKIA|ASIA)[A-Z0-9]{16}([^A-Za-z0-9/+][\s\S]{0,120}?)?[^A-Za-z0-9/+](?<s>[A-Za-z0-9/+]{40})(\W|$)", Shape.IsMixed),
        new("Google API key", ["AIza"], @"AIza[A-Za-z0-9_\-]{35}"),
        new("Google OAuth token", ["ya29."], @"ya29\.[A-Za-z0-9_\-.]{20,}"),
        new("Google OAuth token", ["1//0"], @"\b1//0[A-Za-z0-9_\-]{40,}"),
        new("Google client secret", ["GOCSPX-"], @"GOCSPX-[A-Za-z0-9_\-]{20,}"),
        new("Azure client secret", ["Q~"], @"[A-Za-z0-9_~.\-]{3}[78]Q~[A-Za-z0-9_~.\-]{31,34}"),
        new("Azure storage key", ["AccountKey", "AccessKey", "_key"], @"(?i)(AccountKey|SharedAccessKey|account_key|storage_key)[""']?\s{0,3}[=:]\s{0,3}[""']?(?<s>[A-Za-z0-9+/]{43,86}==?)"),
        new("Azure function key", ["AzFu"], @"[A-Za-z0-9_\-]{44}AzFu[A-Za-z0-9_\-]{5}[AQgw]=="),
        new("DigitalOcean token", ["_v1_"], @"\bdo[oprt]_v1_[a-f0-9]{64}"),
        new("Heroku token", ["HRKU-"], @"\bHRKU-[A-Za-z0-9_\-]{36,}"),
        new("Alibaba access key", ["LTAI"], @"\bLTAI[A-Za-z0-9]{16,24}\b", Shape.IsMixed),
        new("Fly.io token", ["fo1_", "fm2_"], @"\b(fo1_[A-Za-z0-9_\-]{43}|fm2_[A-Za-z0-9+/]{80,}={0,3})"),
        new("Netlify token", ["nfp_"], @"\bnfp_[A-Za-z0-9_]{36,}"),
        new("PlanetScale secret", ["pscale_"], @"\bpscale_(tkn|pw|oauth)_[A-Za-z0-9_.\-]{32,}"),
        new("Supabase key", ["sbp_", "sb_secret_"], @"\b(sbp_[a-f0-9]{40}|sb_secret_[A-Za-z0-9_\-]{20,})"),
        new("Pulumi token", ["pul-"], @"\bpul-[a-f0-9]{40}"),
        new("Cloudflare origin key", ["v1.0-"], @"\bv1\.0-[a-f0-9]{24}-[a-f0-9]{140,}"),
        new("Tailscale key", ["tskey-"], @"\btskey-[a-z]+-[A-Za-z0-9]{6,}(-[A-Za-z0-9]{16,})?"),

        // Chats, mail and phones
        new("Slack token", ["xox", "xapp-"], @"\b(xox[abeoprs](\.xox[bp])?-[A-Za-z0-9\-]{10,}|xapp-[0-9]-[A-Za-z0-9\-]{20,})"),
        new("Slack webhook", ["hooks.slack"], @"hooks\.slack(-gov)?\.com/(?<s>(services|workflows|triggers)/[A-Za-z0-9/+]{16,})"),
        new("Discord webhook", ["/api/webhooks/"], @"discord(app)?\.com/api/webhooks/(?<s>[0-9]{10,}/[A-Za-z0-9_\-]{40,})"),
        new("Discord token", ["."], @"\b(?<s>[MNO][A-Za-z0-9_\-]{23,27}\.[A-Za-z0-9_\-]{6}\.[A-Za-z0-9_\-]{27,38})([^A-Za-z0-9_\-]|$)", Shape.IsMixed, Least: 57),
        new("Teams webhook", ["webhook.office.com"], @"webhook\.office\.com/(?<s>webhookb2/[A-Za-z0-9@/\-]{60,})"),
        new("Telegram token", [":AA"], @"\b(?<s>[0-9]{8,10}:AA[A-Za-z0-9_\-]{33})([^A-Za-z0-9_\-]|$)"),
        new("Twilio key", ["SK"], @"\bSK[a-f0-9]{32}\b", Least: 34),
        new("SendGrid key", ["SG."], @"\bSG\.[A-Za-z0-9_\-]{16,32}\.[A-Za-z0-9_\-]{16,64}"),
        new("Mailgun key", ["key-"], @"\bkey-[a-f0-9]{32}\b"),
        new("Mailgun key", ["-"], @"\b[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}\b", Least: 50),
        new("Mailchimp key", ["-us"], @"\b[a-f0-9]{32}-us[0-9]{1,2}\b", Least: 36),
        new("Sendinblue key", ["xkeysib-"], @"\bxkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}"),

        // Money and shops
        new("Stripe key", ["k_live_", "k_test_"], @"\b(sk|rk)_(live|test)_[A-Za-z0-9]{10,}"),
        new("Stripe webhook secret", ["whsec_"], @"\bwhsec_[A-Za-z0-9+/]{24,}={0,2}"),
        new("Shopify token", ["shp"], @"\bshp(at|ca|pa|ss|tka)_[A-Fa-f0-9]{32}"),
        new("Square token", ["sq0"], @"\bsq0(atp|csp|idp)-[A-Za-z0-9_\-]{22,}"),
        new("Square token", ["EAAA"], @"\b(?<s>EAAA[A-Za-z0-9_\-]{60})([^A-Za-z0-9_\-]|$)", Shape.IsMixed),
        new("Braintree token", ["access_token$"], @"access_token\$(production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}"),

        // Packages and images
        new("npm token", ["npm_"], @"\bnpm_[A-Za-z0-9]{36,}"),
        new("PyPI token", ["pypi-"], @"\bpypi-[A-Za-z0-9_\-]{50,}"),
        new("NuGet key", ["oy2"], @"\boy2[a-z0-9]{43}\b", Least: 46),
        new("RubyGems key", ["rubygems_"], @"\brubygems_[a-f0-9]{48}"),
        new("crates.io token", ["cio"], @"\bcio[A-Za-z0-9]{32}\b", Shape.IsMixed, Least: 35),
        new("Docker token", ["dckr_"], @"\bdckr_(pat|oat)_[A-Za-z0-9_\-]{20,}"),
        new("Artifactory token", ["AKCp"], @"\bAKCp[A-Za-z0-9]{40,}"),

        // Models
        new("Anthropic key", ["sk-ant-"], @"\bsk-ant-[A-Za-z0-9]+-[A-Za-z0-9_\-]{20,}"),
        new("OpenAI key", ["sk-"], @"\bsk-((proj|svcacct|admin|None|or-v1)-[A-Za-z0-9_\-]{20,}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}|[A-Za-z0-9]{32,})", Least: 28),
        new("Hugging Face token", ["hf_", "api_org_"], @"\b(hf_|api_org_)[A-Za-z0-9]{30,}"),
        new("Groq key", ["gsk_"], @"\bgsk_[A-Za-z0-9]{40,}"),
        new("Replicate token", ["r8_"], @"\br8_[A-Za-z0-9]{37}"),
        new("Perplexity key", ["pplx-"], @"\bpplx-[A-Za-z0-9]{40,}"),
        new("xAI key", ["xai-"], @"\bxai-[A-Za-z0-9]{40,}"),
        new("Databricks token", ["dapi"], @"\bdapi[a-f0-9]{32}(-[0-9])?"),

        // Keeping and watching
        new("Vault token", ["hvs.", "hvb.", "hvr."], @"\bhv[sbr]\.[A-Za-z0-9_\-]{20,}"),
        new("Vault token", ["s."], @"\bs\.[A-Za-z0-9]{24}\b", Shape.IsMixed, Least: 26),
        new("Terraform token", [".atlasv1."], @"\b[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_\-=]{60,}"),
        new("Grafana token", ["glc_", "glsa_"], @"\b(glc_[A-Za-z0-9+/]{32,}={0,3}|glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8})"),
        new("Grafana token", ["eyJrIjoi"], @"\beyJrIjoi[A-Za-z0-9+/]{40,}={0,3}"),
        new("New Relic key", ["NRAK-", "NRJS-", "NRII-", "NRRA-", "NRAL"], @"\b(NRAK-[A-Z0-9]{27}|NRJS-[a-f0-9]{19}|NR(II|RA)-[A-Za-z0-9_\-]{32,}|[a-f0-9]{36}NRAL)"),
        new("Sentry token", ["sntry"], @"\bsntry[su]_[A-Za-z0-9+/=_\-]{40,}"),
        new("Dynatrace token", ["dt0"], @"\bdt0[a-z][0-9]{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}"),
        new("Doppler token", ["dp."], @"\bdp\.(pt|st|ct|sa|scim|audit)\.([A-Za-z0-9_\-]+\.)?[A-Za-z0-9]{40,44}"),
        new("1Password token", ["ops_eyJ", "A3-"], @"\b(ops_eyJ[A-Za-z0-9+/=_\-]{100,}|A3-[A-Z0-9]{6}-([A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(-[A-Z0-9]{5}){3})"),
        new("age key", ["AGE-SECRET-KEY-1"], @"AGE-SECRET-KEY-1[A-Z0-9]{50,}"),
        new("SonarQube token", ["squ_", "sqp_", "sqa_"], @"\bsq[upa]_[a-f0-9]{40}"),
        new("CircleCI token", ["CCIPAT_", "CCIPRJ_"], @"\bCCI(PAT|PRJ)_[A-Za-z0-9]{20,}_[a-f0-9]{40}"),
        new("Buildkite token", ["bkua_"], @"\bbkua_[a-f0-9]{40}"),

        // Work
        new("Linear key", ["lin_"], @"\blin_(api|oauth)_[A-Za-z0-9]{32,}"),
        new("Postman key", ["PMAK-"], @"\bPMAK-[a-f0-9]{24}-[a-f0-9]{34}"),
        new("Notion token", ["ntn_", "secret_"], @"\b(ntn_[0-9]{6,}[A-Za-z0-9]{30,}|secret_[A-Za-z0-9]{43})\b"),
        new("Airtable token", ["pat"], @"\bpat[A-Za-z0-9]{14}\.[a-f0-9]{64}", Least: 82),
        new("Figma token", ["figd_"], @"\bfigd_[A-Za-z0-9_\-]{40,}"),
        new("HubSpot token", ["pat-"], @"\bpat-(na|eu|ap)[0-9]-[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}"),
        new("PostHog key", ["phx_"], @"\bphx_[A-Za-z0-9_]{40,}"),

        // What is the same everywhere
        new(PrivateKeys.Kind, ["Private-Lines:"], @"Private-Lines: [0-9]+(?<s>(\s[\s>]*[A-Za-z0-9+/]{16,64}={0,2})+)"),
        new(PrivateKeys.Kind, ["MII", "b3BlbnNzaC1rZXktdjEA"], @"(MII[A-Za-z0-9+/]{2,3}IBA(AKC|DANBgkq)|b3BlbnNzaC1rZXktdjEAAAAA)[A-Za-z0-9+/]{20,}(\s[\s>]*[A-Za-z0-9+/]{16,64}={0,2})*"),
        new("JSON web token", ["eyJ"], @"\beyJ[A-Za-z0-9_\-]{8,}(\.eyJ[A-Za-z0-9_\-]{8,}(\.[A-Za-z0-9_\-]{4,})?|(\.[A-Za-z0-9_\-]*){4})"),
    ];
}
