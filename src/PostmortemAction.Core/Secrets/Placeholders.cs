namespace PostmortemAction.Core.Secrets;

/// <summary>Values that show that they are no secret. They stay visible: whoever reads the postmortem needs to see that nothing leaked.</summary>
internal static class Placeholders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "changeme", "changeit", "replaceme", "example", "examplepassword", "password", "passwd", "passphrase", "secret", "token", "apikey",
        "placeholder", "redacted", "masked", "hidden", "filtered", "removed", "omitted", "dummy", "sample", "mypassword", "mysecret", "mytoken",
        "insertpasswordhere", "insertkeyhere", "passwordhere", "tokenhere", "keyhere", "todo", "tbd", "none", "null", "nil", "undefined",
        "true", "false", "empty", "unset", "string", "str", "text", "varchar", "bytes", "secretstring", "optional",
    };

    /// <summary>Words that follow the word password where somebody talks about one.</summary>
    private static readonly HashSet<string> Remarks = new(StringComparer.OrdinalIgnoreCase)
    {
        "accepted", "authentication", "auth", "changed", "check", "checked", "correct", "denied", "disabled", "does", "enabled", "error", "expired",
        "expires", "failed", "failure", "field", "from", "good", "hash", "hashed", "incorrect", "invalid", "leaked", "length", "login", "lost",
        "matches", "mismatch", "missing", "must", "need", "needed", "needs", "never", "policy", "prompt", "protected", "provided", "pushed",
        "required", "reset", "resets", "revoked", "rotated", "rotation", "same", "sent", "should", "still", "strength", "success", "that", "their",
        "they", "this", "unchanged", "unknown", "updated", "user", "users", "valid", "verified", "weak", "were", "what", "when", "where", "which",
        "will", "with", "wrong", "your", "stored", "shared", "rejected", "refused", "encrypted", "generated", "known", "okay",
    };

    private static readonly string[] Starts =
    [
        "$", "<", "{{", "[", "%(", "@", "#{", "=", "/", "~/", "./", "file:", "env:", "env.", "env(", "vault:", "vault/", "secret/", "arn:", "ref:", "ref+",
        "process.env", "os.environ", "os.getenv", "secrets.", "vars.", "config.", "settings.", "self.", "this.", "var.", "local.", "data.",
        "projects/", "op://", "ssm:", "http://", "https://", "your-", "your_", "my-", "my_", "some-", "some_", "\uFFFC",
    ];

    public static bool Is(string value)
    {
        var text = value.Trim('"', '\'', '`', ' ', '\t', ',', '.', ';', '*', '_', '\\');
        return text.Length == 0
            || Starts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            || (text.Length > 2 && text[0] == '%' && text[^1] == '%')
            || text.Distinct().Take(3).Count() <= (IsFiller(text[0]) ? 2 : 0) && text.All(IsFiller)
            || text.Contains("...", StringComparison.Ordinal) || text.Contains('…', StringComparison.Ordinal)
            || text.Contains("***", StringComparison.Ordinal) || text.Contains("xxxx", StringComparison.OrdinalIgnoreCase)
            || Names.Contains(string.Concat(text.Where(c => c is not ('-' or '_' or ' ' or '.'))));
    }

    /// <summary>Whether the word goes on with a sentence about a password, instead of being one.</summary>
    public static bool IsRemark(string value) => Remarks.Contains(value.TrimEnd('.', ',', '!', '?', ':', ';'));

    private static bool IsFiller(char c) => c is '*' or 'x' or 'X' or '.' or '•' or '·' or '●' or '_' or '-' or '#' or '?' or '█';
}
