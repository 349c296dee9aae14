using System.Net;
using System.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>The document, its branch and the pull request.</summary>
internal sealed partial class PlanApplication
{
    /// <summary>How many changes still have to show people what is new in the document.</summary>
    private int unpublished = plan.Changes.Count(change => change is CommitDocument or OfferText);
    private bool hasBranch;
    private string? documentTree;
    private string? documentText;

    private async Task ApplyAsync(CommitDocument change, CancellationToken cancellation)
    {
        var text = Resolve(change.Text);
        var message = CommitMessage.Of(plan.Incident, Resolve(plan.Composed ?? change.Text));
        if (await (change.CreatesBranch ? FirstCommitAsync(change, text, message, cancellation) : CommitAsync(change, text, message, cancellation)) is not { } commit)
        {
            isOutdated = true;
            return;
        }

        made++;
        unpublished--;
        (documentTree, documentText) = (commit.Tree.Sha, text);
        lease.Ledger = lease.Ledger with { Commit = commit.Sha, Path = change.Path };
        operation = existing.PullRequest is null ? operation : PullRequestOperation.Updated;
    }

    /// <returns>Null where somebody was faster.</returns>
    private async Task<GitCommit?> CommitAsync(CommitDocument change, string text, string message, CancellationToken cancellation)
    {
        var tree = await client.CreateTreeAsync(new(await commits.OfAsync(change.Parent, cancellation), [Document(change.Path, text)]), cancellation);
        var commit = await client.CreateCommitAsync(new(message, tree.Sha, [change.Parent]), cancellation);
        return await BranchMove.ToAsync(client, change.Branch.ToString(), change.Parent, commit.Sha, cancellation) ? commit with { Tree = tree } : null;
    }

    /// <summary>Makes the branch of a first document where its parent is; where somebody was faster, a new look is needed.</summary>
    private async Task MakeBranchAsync(CancellationToken cancellation)
    {
        if (!hasBranch && plan.Changes.OfType<CommitDocument>().FirstOrDefault(commit => commit.CreatesBranch) is { } first)
        {
            hasBranch = await BranchMove.ToAsync(client, first.Branch.ToString(), null, first.Parent, cancellation);
            isOutdated |= !hasBranch;
        }
    }

    /// <summary>Puts a first document on its branch: for a new file GitHub makes tree, commit and move in one request.</summary>
    /// <returns>Null where somebody was faster.</returns>
    private async Task<GitCommit?> FirstCommitAsync(CommitDocument change, string text, string message, CancellationToken cancellation)
    {
        await MakeBranchAsync(cancellation);
        if (!hasBranch)
        {
            return null;
        }

        var branch = change.Branch.ToString();

        try
        {
            return await client.CreateFileAsync(change.Path, new(message, Encoding.UTF8.GetBytes(text), branch), cancellation);
        }
        catch (GitHubException e) when (BranchMove.IsRefusal(e))
        {
            // Somebody was faster, or it is our own commit whose answer got lost.
            var head = (await client.GetReferenceAsync($"heads/{branch}", cancellation))?.Target.Sha;
            if (head is null || head == change.Parent)
            {
                throw;
            }

            var there = await client.GetCommitAsync(head, cancellation);
            return there.Message == message && there.Parents is [var parent] && parent.Sha == change.Parent ? there : null;
        }
    }

    /// <summary>Puts the document as we composed it into the ledger's tree: what differs from it next time is people's.</summary>
    private async Task RecordDocumentAsync(CancellationToken cancellation)
    {
        // Where the run did not get so far as to write or offer all of it, the next one composes it anew.
        var composed = LateReference.Resolve(plan.Composed ?? "", known);
        if (unpublished > 0 || plan.Composed is null || lease.Ledger.Path is not { } path || LateReference.IsIn(composed))
        {
            return;
        }

        if (Fingerprint.Of(composed) is var sum && sum == lease.Ledger.Document)
        {
            return;
        }

        lease.Tree = composed == documentText ? documentTree! : (await client.CreateTreeAsync(new(lease.Tree, [Document(path, composed)]), cancellation)).Sha;
        lease.Ledger = lease.Ledger with { Document = sum };
    }

    private async Task ApplyAsync(OpenPullRequest change, CancellationToken cancellation)
    {
        var block = Resolve(change.Block);
        PullRequest pull;
        try
        {
            pull = await CreateAsync(
                () => client.CreatePullRequestAsync(new(change.Title, change.Branch.ToString(), repository.DefaultBranch, OwnBlock.Wrap(block)), cancellation),
                async () => await OpenPullAsync(change.Branch, cancellation) is { } open && await identity.IsAsync(open.User, cancellation) ? open : null,
                cancellation);
        }
        catch (GitHubException e) when (GitHubProblem.IsPullRequestsForbidden(e))
        {
            problems.Add(GitHubProblem.PullRequestsForbidden(repository, change.Branch));
            known[LateReference.PullRequest] = repository.OpenPullRequestLink(change.Branch);
            return;
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity)
        {
            // GitHub keeps it to one open pull request for a branch. Whose it is shows at a new look.
            if (await OpenPullAsync(change.Branch, cancellation) is null)
            {
                throw;
            }

            isOutdated = true;
            return;
        }

        made++;
        pullRequest = pull.Number;
        operation = PullRequestOperation.Created;
        known[LateReference.PullRequest] = repository.PullRequestLink(pull.Number);
        lease.Ledger = lease.Ledger with { PullRequest = new(pull.Number, change.Title, OwnBlock.Sum(block), IsLabelled: false) };

        var labelling = client.AddLabelsAsync(pull.Number, [change.Label], cancellation);
        beside.Enqueue(async _ =>
        {
            await labelling;
            lease.Ledger = lease.Ledger with { PullRequest = lease.Ledger.PullRequest! with { IsLabelled = true } };
        });
    }

    private async Task<PullRequest?> OpenPullAsync(PostmortemBranch branch, CancellationToken cancellation) =>
        (await client.ListPullRequestsAsync(branch.ToString(), cancellation)).FirstOrDefault(pull => pull.State == "open");

    private async Task ApplyAsync(LabelPullRequest change, CancellationToken cancellation)
    {
        await client.AddLabelsAsync(change.Number, [change.Label], cancellation);
        made++;
        lease.Ledger = lease.Ledger with { PullRequest = lease.Ledger.PullRequest! with { IsLabelled = true } };
    }

    private async Task ApplyAsync(UpdatePullRequest change, CancellationToken cancellation)
    {
        // As it is now: people may have written into it since it was read.
        var last = lease.Ledger.PullRequest!;
        var pull = await client.GetPullRequestAsync(change.Number, cancellation);
        if (pull is not { State: "open" })
        {
            isOutdated = true;
            return;
        }

        var block = change.Block is null ? null : Resolve(change.Block);
        var title = pull.Title == last.Title ? change.Title : null;
        var body = block is null ? null : OwnBlock.Update(pull.Body ?? "", block);
        if (title is null && body is null)
        {
            return;
        }

        await client.UpdatePullRequestAsync(change.Number, new(title, body), cancellation);
        made++;
        operation = PullRequestOperation.Updated;
        lease.Ledger = lease.Ledger with { PullRequest = last with { Title = title ?? last.Title, Block = body is null ? last.Block : OwnBlock.Sum(block!) } };
    }

    private async Task ApplyAsync(ClosePullRequest change, CancellationToken cancellation)
    {
        await client.UpdatePullRequestAsync(change.Number, new(State: "closed"), cancellation);
        made++;
        operation = PullRequestOperation.Updated;
        lease.Ledger = lease.Ledger with { SkippedBy = change.Because };
    }

    private async Task ApplyAsync(PublishIncident change, CancellationToken cancellation)
    {
        await client.AddLabelsAsync(change.Number, [change.Label], cancellation);
        if (change.Closes)
        {
            await client.UpdateIssueAsync(change.Number, new(State: "closed", StateReason: "completed"), cancellation);
        }

        made++;
        lease.Ledger = lease.Ledger with { IsPublished = true };
    }

    private async Task ApplyAsync(ReopenPullRequest change, CancellationToken cancellation)
    {
        if (change.RestoredFrom is { } commit)
        {
            isOutdated = !await BranchMove.ToAsync(client, change.Branch.ToString(), null, commit, cancellation);
            if (isOutdated)
            {
                return;
            }
        }

        await client.UpdatePullRequestAsync(change.Number, new(State: "open"), cancellation);
        made++;
        operation = PullRequestOperation.Updated;

        // What else is to be done shows at a new look.
        isOutdated = true;
    }

    private async Task ApplyAsync(OfferText change, CancellationToken cancellation)
    {
        var body = Resolve(change.Body);
        var since = client.ServerNow - TimeSpan.FromMinutes(1);
        try
        {
            // A run that died between its offer and its last word to the ledger has said it already.
            if (await FindAsync(null) is null)
            {
                await CreateAsync(() => client.CreateCommentAsync(change.PullRequest, body, cancellation), () => FindAsync(since), cancellation);
                made++;
            }

            unpublished--;
        }
        catch (GitHubException e) when (GitHubProblem.IsConversationClosed(e))
        {
            // It waits until the conversation is open again.
            problems.Add(GitHubProblem.ConversationClosed(repository.PullRequestUrl(change.PullRequest), e));
        }

        async Task<Comment?> FindAsync(DateTimeOffset? since) =>
            (await work.OffersAsync(plan.Incident, change.Key, await client.ListCommentsAsync(change.PullRequest, since, cancellation), cancellation)) is [var first, ..] ? first : null;
    }

    private static NewTreeEntry Document(string path, string text) => new(path, "100644", "blob", text);
}
