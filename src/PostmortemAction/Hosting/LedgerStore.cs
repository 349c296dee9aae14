using System.Net;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>
/// Keeps ledgers on refs of our own. A ref moves by compare-and-swap: a new commit follows the one that was read, and GitHub refuses it
/// when another run was faster.
/// </summary>
public sealed class LedgerStore(IGitHubClient client, FirstLook look, TimeProvider time, Action<string> tell)
{
    /// <summary>How long a silent run is taken for alive. It renews its hold at half of that, so what it sent last has had its effect by then.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    private const int MostGarbage = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(12);

    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(20);

    private (NewCommit Commit, long At, Task<GitCommit> Made)? ahead;

    /// <summary>Refs that were refused once, though nobody had made them.</summary>
    private readonly HashSet<LedgerRef> refused = [];

    /// <summary>This run's name in the ledger. Never alike: two runs must not make the same commit.</summary>
    public string RunId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The ledger, once no other run is at work with it.</summary>
    public async Task<LedgerHead> ReadAsync(LedgerRef name, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ;)
        {
            var (head, madeAt) = await FindAsync(name, cancellation);
            if (head.Ledger?.Run is null)
            {
                return head;
            }

            if (head.Ledger.Run.Id.Length == 0)
            {
                return head with { IsLeftBehind = true };
            }

            // What was looked at before the other run let go is out of date.
            look.Forget();

            // Both times are the server's: this machine's clock may be wrong.
            var left = madeAt is { } at && client.ServerNow is { } now ? Lease - (now - at) : TimeSpan.Zero;
            if (head.Ledger.Run.Id == RunId || left <= TimeSpan.Zero)
            {
                return head with { IsLeftBehind = true };
            }

            if (waited >= MostWaiting)
            {
                throw GitHubProblem.AnotherRunAtWork(name);
            }

            var wait = left < Poll ? left : Poll;
            tell($"Another run is at work on {name.Subject}, or ended early; looking again in {Math.Ceiling(wait.TotalSeconds)} s.");
            await Task.Delay(wait, time, cancellation);
            waited += wait;
        }
    }

    /// <summary>Makes the commit of a move ahead of it, which changes nothing yet.</summary>
    public void Prepare(LedgerHead head, Ledger ledger, string tree, CancellationToken cancellation)
    {
        var commit = Commit(head, ledger, tree);
        ahead = (commit, time.GetTimestamp(), client.CreateCommitAsync(commit, cancellation));
    }

    /// <summary>Moves the ledger on.</summary>
    /// <returns>How it stands now; null where another run was faster.</returns>
    public async Task<LedgerHead?> MoveAsync(LedgerHead head, Ledger ledger, string tree, CancellationToken cancellation)
    {
        var commit = await CommitAsync(Commit(head, ledger, tree), cancellation);
        var moved = head with { Commit = commit.Sha, Tree = tree, Ledger = ledger, KeptIn = commit.Sha, IsLeftBehind = false };
        try
        {
            await (head.Commit is null
                ? client.CreateReferenceAsync(new($"refs/{head.Ref}", commit.Sha), cancellation)
                : client.UpdateReferenceAsync(head.Ref, commit.Sha, cancellation));
            return moved;
        }
        catch (GitHubException e) when (IsRefused(e))
        {
            // An answer may have been lost and the request sent again: then it is our own commit that stands there.
            var there = (await client.GetReferenceAsync(head.Ref, cancellation))?.Target.Sha;
            var name = new LedgerRef(ledger.Incident);
            if (there is null && head.Commit is null && head.Ref != name.Fallback && !IsThere(e) && !refused.Add(name))
            {
                // Refused again, and nobody was faster: this server wants no refs but branches.
                return await MoveAsync(head with { Ref = name.Fallback }, ledger, tree, cancellation);
            }

            return there == commit.Sha ? moved : null;
        }
    }

    private static NewCommit Commit(LedgerHead head, Ledger ledger, string tree) => new(ledger.ToString(), tree, head.Commit is null ? [] : [head.Commit]);

    private Task<GitCommit> CommitAsync(NewCommit commit, CancellationToken cancellation)
    {
        var ready = ahead;
        ahead = null;

        // Its date begins the lease, and must not be much older than that.
        return ready is var (made, at, task) && made.Message == commit.Message && made.Tree == commit.Tree && made.Parents.SequenceEqual(commit.Parents) && time.GetElapsedTime(at) < MostAhead
            ? task : client.CreateCommitAsync(commit, cancellation);
    }

    /// <summary>Refused for what it is, not for what the token may do.</summary>
    private static bool IsRefused(GitHubException e) =>
        e.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or HttpStatusCode.NotFound;

    /// <summary>Whether the ref is there, though GitHub does not show it: then refs of our own are welcome, and a second ledger beside it would only be in the way.</summary>
    private static bool IsThere(GitHubException e) => e.Reason.Contains("already exists", StringComparison.OrdinalIgnoreCase);

    private async Task<(LedgerHead Head, DateTimeOffset? MadeAt)> FindAsync(LedgerRef name, CancellationToken cancellation)
    {
        foreach (var place in (string[])[name.ToString(), name.Fallback])
        {
            if (await CommitAsync(place, cancellation) is { } commit)
            {
                var (ledger, kept) = await LastAsync(commit, name.Incident, cancellation);
                return (new(place, commit.Sha, commit.Tree.Sha, ledger, kept?.Sha, false), (kept ?? commit).Committer?.Date);
            }
        }

        return (new(name.ToString(), null, null, null, null, false), null);
    }

    private async Task<GitCommit?> CommitAsync(string place, CancellationToken cancellation) =>
        look.TryTakeReference(place, out var seen) ? seen
        : await client.GetReferenceAsync(place, cancellation) is { } reference ? await client.GetCommitAsync(reference.Target.Sha, cancellation)
        : null;

    /// <summary>The ledger of the commit, or of the nearest below it that has one: somebody may have put something on top.</summary>
    private async Task<(Ledger? Ledger, GitCommit? KeptIn)> LastAsync(GitCommit commit, int? incident, CancellationToken cancellation)
    {
        for (var depth = 1; ; depth++)
        {
            if (Ledger.Parse(commit.Message ?? "", incident) is { } ledger)
            {
                return (ledger, commit);
            }

            if (commit.Parents is not [var below, ..] || depth == MostGarbage)
            {
                return (null, null);
            }

            commit = await client.GetCommitAsync(below.Sha, cancellation);
        }
    }
}
