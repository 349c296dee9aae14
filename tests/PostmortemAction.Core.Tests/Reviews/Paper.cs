using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Core.Tests.Reviews;

/// <summary>Documents to begin from, and what a review says of them.</summary>
internal static class Paper
{
    public const string Path = "postmortems/2024/login.md";

    /// <summary>One in which a careful reader finds nothing.</summary>
    public const string Good =
        """
        # Login is down

        ## Issue summary

        - Severity: SEV1
        - Duration: 120 min, from 2024-04-14 10:00 UTC to 2024-04-14 12:00 UTC
        - Affected services: login API
        - Users affected: 75 %

        ### Impact

        Users saw an error page and could not log in.

        ## Timeline

        - 10:00 Detection: the alert on failed logins fires
        - 10:10 Investigation: the logs of the login API are read
        - 10:30 Misleading path: the database is suspected, and it is fine
        - 11:00 Escalation: the backend team joins
        - 11:30 Mitigation: the deployment is rolled back
        - 12:00 Resolution: every login succeeds again

        ## Root cause and resolution

        ### Root cause

        A deployment switched the token check to a key that no server had loaded, and no test covered that path.

        ### Resolution

        The deployment was rolled back, the key was loaded on every server, and the deployment went out again.

        ## Corrective and preventative measures

        ### Improvements

        - Tests that walk through a whole login

        ### Tasks

        - [#43](https://github.com/acme/shop/issues/43) Add an alert on keys that no server has loaded @jun due 2024-06-01
        - [#44](https://github.com/acme/shop/issues/44) Write a test that logs in with a new key @ade due 2024-06-08
        """;

    public static Review Review(string text, RunSettings? settings = null, Func<string, bool>? exists = null) =>
        Reviewer.Of(text, Path, settings ?? new(), exists);

    public static IEnumerable<string> Codes(string text, RunSettings? settings = null) => Review(text, settings).Open.Select(finding => finding.Code);

    /// <summary>The good document with a part changed.</summary>
    public static string With(string part, string other) =>
        Good.Contains(part, StringComparison.Ordinal) ? Good.Replace(part, other, StringComparison.Ordinal) : throw new ArgumentException(part);

    /// <summary>The good document without the lines that hold a text.</summary>
    public static string Without(string part) => string.Join('\n', Good.Split('\n').Where(line => !line.Contains(part, StringComparison.Ordinal)));

    /// <summary>The good document with a sentence in its root cause.</summary>
    public static string Saying(string sentence) => With("A deployment switched", $"{sentence}\nA deployment switched");
}
