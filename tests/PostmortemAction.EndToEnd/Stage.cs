using PostmortemAction.Tests.GitHubEmulation;

namespace PostmortemAction.EndToEnd;

/// <summary>The emulated GitHub, shared by the tests one after the other; each begins with a fresh repository acme/shop.</summary>
public sealed class Stage : IAsyncLifetime
{
    public const string Repository = "acme/shop";
    /// <summary>Where the token may write too, and the job's own may not.</summary>
    public const string Other = "acme/login";

    public const string Token = "t-postmortem-bot";
    public const string JobToken = "ghs_job";

    public EmulatedGitHub GitHub { get; private set; } = null!;

    public async ValueTask InitializeAsync() => GitHub = await EmulatedGitHub.StartAsync();

    public ValueTask DisposeAsync() => GitHub.DisposeAsync();

    /// <summary>A fresh repository with these files besides its README.</summary>
    public Task ResetAsync(params (string Path, string Text)[] files) => ResetAsync([], files);

    /// <param name="readers">Logins of more people, who may read only.</param>
    public Task ResetAsync(IEnumerable<string> readers, params (string Path, string Text)[] files)
    {
        var content = files.Append(("README.md", "# Shop\n")).ToDictionary(file => file.Item1, file => file.Item2);
        WorldUser Person(string login, string level) =>
            new(login, $"t-{login}") { Permissions = new Dictionary<string, string> { [Repository] = level } };
        return GitHub.ResetAsync(new(
            [new WorldRepository(Repository) { Files = content, Labels = ["incident", "resolved", "SEV1", "SEV2", "needs-triage"] }, new WorldRepository("acme/archive"), new WorldRepository(Other)],
            [
                Person("mira", "admin"), Person("jun", "write"), Person("noor", "read"), new("stranger", "t-stranger"),
                new("postmortem-bot", Token) { Permissions = new Dictionary<string, string> { [Repository] = "write", [Other] = "write" } },
                .. readers.Select(login => new WorldUser(login)),
                new("github-actions[bot]", JobToken) { Type = "Bot", Permissions = new Dictionary<string, string> { [Repository] = "write" } },
            ]));
    }

    /// <summary>A resolved incident with two tasks, two timeline lines and three comments.</summary>
    public async Task<int> FileIncidentAsync(string? body = null, string title = "Incident: Login is down")
    {
        var issue = await GitHub.CreateIssueAsync(
            Repository, "mira", title, body ?? Body, ["incident", "SEV2"], createdAt: At("10:06"));
        await GitHub.CommentAsync(Repository, issue.Number, "jun", "It is the database. Surely.", At("10:10"));
        await GitHub.CommentAsync(Repository, issue.Number, "stranger", "10:11 buy my book", At("10:12"));
        await GitHub.CommentAsync(Repository, issue.Number, "jun", "11:30 Mitigation: rolled back", At("11:31"));
        await GitHub.EventAsync(Repository, issue.Number, "labeled", "mira", At("12:04"), label: "resolved");
        return issue.Number;
    }

    public const string Body = """
        ### Severity

        SEV2

        ### Affected services

        login API

        ### Started

        2024-04-14 10:00 UTC

        ### Detected

        2024-04-14 10:04 UTC

        ### How it was detected

        _No response_

        ### Resolved

        2024-04-14 12:00 UTC

        ### Impact

        Nobody could log in.

        ### Users affected

        75%

        ### Timeline

        10:04 Detection: the pager goes off
        12:00 Resolution: logins are back

        ### Root cause

        A typo.

        ### Resolution

        The typo was taken out.

        ### Tasks

        - Add an alert on failed logins @jun due 2024-06-01
        - Test the rollback
        """;

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2024-04-14T{time}:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
