using System.Globalization;
using System.Net;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>What GitHub refuses, in words that say what to do.</summary>
public static class GitHubProblem
{
    public static ProblemException IssueMissing(int number) => new(Problem.Error(
        "issue-missing",
        $"There is no issue {number.ToString(CultureInfo.InvariantCulture)} in this repository.",
        "Give the number of the incident's issue. If it exists, the token may not see it: give the job `issues: write`."));

    /// <summary>The ledger says that it keeps the document as we last composed it, and GitHub does not show it.</summary>
    public static ProblemException LedgerUnreadable(string ledger) => new(Problem.Error(
        "ledger-unreadable",
        $"GitHub does not show what the ledger `refs/{ledger}` keeps, so nothing was changed.",
        $"Run again. If it stays so, delete the ledger, and the next run makes it anew from what is on GitHub: `git push origin :refs/{ledger}`."));

    /// <param name="address">Where the issue is now, as the server says; it is passed on only where it is on the same host.</param>
    public static ProblemException IssueTransferred(int number, string address, RepositoryInfo repository)
    {
        var there = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host == new Uri(repository.WebUrl).Host
            && uri.AbsolutePath.Split('/') is ["", var owner, var name, _, var other] ? $"{owner}/{name}#{other}" : null;
        return new(Problem.Error(
            "issue-transferred",
            $"Issue {number.ToString(CultureInfo.InvariantCulture)} is not in this repository any more: it was transferred{(there is null ? "" : $" to {Quoted.Code(there)}")}.",
            "Run the action in the repository that holds the issue now.",
            there is null ? null : address));
    }

    public static ProblemException IsPullRequest(int number) => new(Problem.Error(
        "issue-is-pull-request",
        $"Number {number.ToString(CultureInfo.InvariantCulture)} is a pull request, no issue.",
        "Give the number of the incident's issue."));

    public static ProblemException EmptyRepository(string branch) => new(Problem.Error(
        "default-branch-missing",
        $"The default branch {Quoted.Code(branch)} has no commit, or the token may not read it.",
        "Commit something to the default branch, and give the job `contents: write`."));

    /// <summary>The setting that lets Actions open pull requests is off.</summary>
    public static Problem PullRequestsForbidden(RepositoryInfo repository, PostmortemBranch branch) => Problem.Error(
        "pull-requests-forbidden",
        $"GitHub Actions may not open pull requests here. The document is on the branch {Quoted.Code(branch.ToString())}.",
        $"Open the pull request yourself: {repository.CompareUrl(branch)} - or allow it under Settings, Actions, General, "
            + "\"Allow GitHub Actions to create and approve pull requests\", and run again.");

    /// <inheritdoc cref="PullRequestsForbidden"/>
    public static Problem IndexPullRequestForbidden(RepositoryInfo repository) => Problem.Error(
        "pull-requests-forbidden",
        $"GitHub Actions may not open pull requests here. The index is on the branch `{IndexBranch.Name}`.",
        $"Open the pull request yourself: {repository.CompareUrl(IndexBranch.Name)} - or allow it under Settings, Actions, General, "
            + "\"Allow GitHub Actions to create and approve pull requests\", or set `index` to `commit` or `off`.");

    /// <summary>The default branch takes no commit from the job's token.</summary>
    public static Problem DefaultBranchProtected(string branch, GitHubException e) => Problem.Error(
        "default-branch-protected",
        $"The default branch {Quoted.Code(branch)} takes no commit of ours: {Quoted.Code(e.Reason, 200)}.",
        "Set `index: pull-request`, or let Actions pass the branch's rules.");

    public static bool IsPullRequestsForbidden(GitHubException e) =>
        e.Status == HttpStatusCode.Forbidden && e.Reason.Contains("not permitted to create or approve pull requests", StringComparison.OrdinalIgnoreCase);

    /// <summary>GitHub refuses commits that hold what looks like a secret.</summary>
    public static bool IsPushProtection(GitHubException e) =>
        e.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity && e.Reason.Contains("secret", StringComparison.OrdinalIgnoreCase);

    /// <summary>Another repository does not let us: it is out of our sight, closed to us, archived, without issues, or renamed.</summary>
    public static bool IsRefusedElsewhere(GitHubException e) =>
        !e.IsLimit && (e.HasMoved || e.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone);

    /// <summary>The conversation is locked, or holds as many comments as GitHub allows.</summary>
    public static bool IsConversationClosed(GitHubException e) =>
        e.Status == HttpStatusCode.Forbidden && !e.IsLimit
        && (e.Reason.Contains("locked", StringComparison.OrdinalIgnoreCase) || e.Reason.Contains("Commenting is disabled", StringComparison.OrdinalIgnoreCase));

    public static Problem ConversationClosed(string url, GitHubException e) => Problem.Warning(
        "comment-refused",
        $"GitHub takes no comment there: {Quoted.Code(e.Reason, 200)}.",
        "Unlock the conversation. Until then the pull request and this summary say how things are.",
        url);

    public static ProblemException AnotherRunAtWork(LedgerRef ledger) => new(Problem.Error(
        "another-run",
        $"Another run is still at work on {ledger.Subject}.",
        "Wait until it is through; it sees what this run would have seen. Give the workflow a `concurrency` group as in the README."));

    public static Problem Restless(int? number) => Problem.Error(
        "changing-too-fast",
        $"Whenever a plan for {new LedgerRef(number).Subject} was ready, something had changed again.",
        "Run again when things have calmed down.");

    public static Problem Of(GitHubException e) => e switch
    {
        { IsForeign: true } or { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } } => Problem.Error(
            "proxy-answers",
            $"A proxy answers in GitHub's place: {Quoted.Code(e.Message, 300)}.",
            "Look at `https_proxy` and `no_proxy`, and let the API's address through. If no proxy is there, the address is not the API's."),
        { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } when e.Reason.Contains("certificate", StringComparison.OrdinalIgnoreCase) => Problem.Error(
            "certificate-untrusted",
            $"The server's certificate is not trusted: {Quoted.Code(e.Reason, 300)} ({e.Request}).",
            "Name a folder that holds it in `SSL_CERT_DIR`, as the README says under \"GitHub Enterprise Server\"."),
        _ when IsPushProtection(e) => Problem.Error(
            "push-protection",
            $"GitHub's push protection found a secret in the document: {Quoted.Code(e.Reason, 200)}.",
            "Take the secret out of the incident and its comments, revoke it, and run again."),
        { HasMoved: true } => Problem.Error(
            "repository-moved",
            $"GitHub sends this request elsewhere: {Quoted.Code(e.Message, 200)}.",
            "The repository was renamed or moved; run again from where it is now."),
        { IsLimit: true } => Problem.Error(
            "rate-limited",
            $"GitHub asks to wait{(e.Wait is { } wait ? string.Create(CultureInfo.InvariantCulture, $" for {Math.Ceiling(wait.TotalMinutes)} min") : "")}: {Quoted.Code(e.Reason, 200)}.",
            "Run again after that; the next run goes on where this one stopped."),
        { Status: HttpStatusCode.Unauthorized } => Problem.Error(
            "token-refused",
            $"GitHub does not accept the token ({Quoted.Code(e.Reason)}).",
            "Leave `github-token` out to use the job's token, or give one that has not expired."),
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => Problem.Error(
            "permission-missing",
            $"The token may not do this: {e.Request} ({Quoted.Code(e.Reason, 200)}).",
            $"Give the job {Permissions(e)} under `permissions:`."),
        { Status: >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices } => Problem.Error(
            "answer-unreadable", $"What answers is not GitHub: {Quoted.Code(e.Message, 300)}.", "Look which proxy stands between, and let the API's address through."),
        { Status: null } => Problem.Error(
            "github-unreachable", $"{Quoted.Code(e.Reason, 200)} ({e.Request}).", "Look whether the server is up and the runner may reach it, then run again."),
        { Status: >= HttpStatusCode.InternalServerError } => Problem.Error(
            "github-failed", $"GitHub failed: {Quoted.Code(e.Message, 200)}.", "Run again; the next run goes on where this one stopped."),
        _ => Problem.Error(
            "github-refused", $"GitHub refused: {Quoted.Code(e.Message, 300)}.", "Run again; if it stays, report it with this line."),
    };

    /// <summary><c>issues=write,pull_requests=write</c> as <c>`issues: write` and `pull-requests: write`</c>.</summary>
    private static string Permissions(GitHubException e)
    {
        var needed = (e.AcceptedPermissions ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => Quoted.Code(part.Replace('_', '-').Replace("=", ": ", StringComparison.Ordinal)))
            .ToList();
        return needed.Count > 0 ? string.Join(" and ", needed) : "`contents: write`, `issues: write` and `pull-requests: write`";
    }
}
