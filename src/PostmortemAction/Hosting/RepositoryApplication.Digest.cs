using System.Net;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>The digest issue.</summary>
internal sealed partial class RepositoryApplication
{
    private async Task ApplyAsync(CreateDigest change, CancellationToken cancellation)
    {
        var issue = await writing.CreateAsync(
            () => CreateAsync(change, cancellation),
            async () => (await work.DigestsAsync(await client.ListNewestIssuesAsync(cancellation), cancellation)) is [var first, ..] ? first : null,
            cancellation);
        made++;
        lease.Ledger = lease.Ledger with { Digest = new(issue.Number, change.Title) };
    }

    /// <summary>A label that GitHub does not take must not cost the team the digest.</summary>
    private async Task<Issue> CreateAsync(CreateDigest change, CancellationToken cancellation)
    {
        var issue = new NewIssue(change.Title, OwnBlock.Wrap(change.Block), [change.Label], []);
        try
        {
            return await client.CreateIssueAsync(issue, cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity)
        {
            var plain = await client.CreateIssueAsync(issue with { Labels = [] }, cancellation);
            problems.Add(Problem.Note(
                "label-dropped", $"GitHub did not take the label {Quoted.Code(change.Label)} for the digest: {Quoted.Code(e.Reason)}.", "Set the label by hand, or another one in `digest.label`.", plain.HtmlUrl));
            return plain;
        }
    }

    private async Task ApplyAsync(UpdateDigest change, CancellationToken cancellation)
    {
        // As it is now: people may have written into it since it was read.
        var issue = await client.GetIssueAsync(change.Number, cancellation);
        if (issue is not { State: "open" } || !await identity.IsAsync(issue.User, cancellation))
        {
            isOutdated = true;
            return;
        }

        var title = issue.Title == lease.Ledger.Digest?.Title ? change.Title : null;
        var body = OwnBlock.Update(issue.Body ?? "", change.Block);
        if (title is null && body is null)
        {
            return;
        }

        try
        {
            await client.UpdateIssueAsync(change.Number, new(title, body), cancellation);
            made++;
            lease.Ledger = lease.Ledger with { Digest = lease.Ledger.Digest! with { Title = title ?? lease.Ledger.Digest.Title } };
        }
        catch (GitHubException e) when (GitHubProblem.IsConversationClosed(e))
        {
            problems.Add(GitHubProblem.ConversationClosed(repository.IssueUrl(change.Number), e));
        }
    }

    private async Task ApplyAsync(CloseDuplicate change, CancellationToken cancellation)
    {
        var issue = await client.GetIssueAsync(change.Issue.Number, cancellation);
        if (issue is { State: "open", Comments: 0 } && OwnBlock.IsUntouched(issue.Body ?? "") && await identity.IsAsync(issue.User, cancellation))
        {
            await client.UpdateIssueAsync(change.Issue.Number, new(State: "closed", StateReason: "not_planned"), cancellation);
            made++;
        }
    }
}
