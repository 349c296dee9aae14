using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads the archive, and what is there of ours for the repository as a whole.</summary>
public sealed class RepositorySource(
    IGitHubClient client, FirstLook look, OwnWork work, OwnIdentity identity, LedgerStore ledgers, RepositoryInfo repository, string commit, Action<string> tell)
{
    /// <summary>Issues that no list has are asked for one by one: the next run asks for more that are new, another day for others that were open.</summary>
    private const int MostAskedFor = 20;

    private readonly DigestSource digests = new(client, work);
    private bool hasRead;

    /// <param name="today">The server's day.</param>
    /// <param name="withDigest">Whether the digest is to be kept too.</param>
    public async Task<RepositoryReading> ReadAsync(RunSettings settings, LocalDate today, bool withDigest, CancellationToken cancellation)
    {
        if (hasRead)
        {
            look.Forget();
        }
        else
        {
            await look.TurnToAsync(client, null, cancellation);
        }

        var head = await ledgers.ReadAsync(new(null), cancellation);
        var known = (head.Ledger ?? Ledger.Empty(null)) with { Run = null };
        var baseCommit = hasRead ? (await client.GetReferenceAsync($"heads/{repository.DefaultBranch}", cancellation))?.Target.Sha ?? commit : commit;
        hasRead = true;

        var digestTask = withDigest && settings.Digest is { } wanted ? digests.ReadAsync(wanted, known, cancellation) : null;
        var openTask = digestTask is null ? null : digests.OpenAsync(cancellation);
        var listingTask = settings.Index == IndexRule.Off ? Task.FromResult(ArchiveListing.Of([])) : ListAsync(settings.Directory, baseCommit, cancellation);
        var pullTask = PullRequestAsync(known, cancellation);
        var branchTask = BranchAsync(cancellation);
        await Task.WhenAll(listingTask, pullTask, branchTask);
        var (digest, open) = (digestTask is null ? null : await digestTask, openTask is null ? null : await openTask);
        known = known.Digest is null && digest is not null ? known with { Digest = new(digest.Number, null) } : known;
        var (listing, pull, branch) = (await listingTask, await pullTask, await branchTask);

        var readmePath = $"{settings.Directory}/{listing.Index?.Path ?? ArchiveListing.IndexName}";
        var dataPath = $"{settings.Directory}/{ArchiveListing.CacheName}";
        var isLive = branch is not null && settings.Index == IndexRule.PullRequest && !(pull is { State: PullRequestState.Merged } && pull.Head == branch);
        var nothing = new RepositoryState(
            baseCommit, new(null, listing.Index?.Blob, listing.Cache?.Blob), branch, null, null, true, pull, known, head.IsLeftBehind || head.IsGarbled || known.Digest != head.Ledger?.Digest)
        {
            Digest = digest,
        };
        if (settings.Index == IndexRule.Off || (listing.Documents.Count == 0 && listing.Cache is null && !isLive))
        {
            return new(head, nothing, null, readmePath, dataPath, listing.Problems) { Open = open };
        }

        Refuse(listing.Index, readmePath);
        Refuse(listing.Cache, dataPath);

        // What was read last stands on the branch, or else on the default branch.
        var onBranch = isLive ? (await client.GetFileAsync(dataPath, branch!, cancellation))?.Text : null;
        var cache = ArchiveCache.Parse(onBranch, dataPath, out var problem);
        if (onBranch is null || problem is not null)
        {
            cache = ArchiveCache.Parse(listing.Cache is null ? null : (await client.GetFileAsync(dataPath, baseCommit, cancellation))?.Text, dataPath, out var other);
            problem ??= other;
        }

        var listTask = client.ListIssuesAsync([DesiredState.FollowUpLabel], IndexedArchive.Since(cache)?.ToDateTimeOffset(), cancellation);
        var ancestor = known.Index is { Readme: { } blob } && blob != listing.Index?.Blob ? blob : null;
        string?[] beside = [listing.Index?.Blob, isLive ? $"{branch}:{readmePath}" : null, isLive ? ancestor : null];
        var blobs = new ArchiveBlobs(client, settings.Directory, baseCommit, tell);
        var documents = await blobs.ReadAsync(IndexedArchive.Changed(listing, cache), [.. beside.OfType<string>()], cancellation);
        var changed = await work.TrackedAsync(await listTask, cancellation);
        var archive = IndexedArchive.Of(listing, cache, documents, changed.Concat(open ?? []).Select(each => each.FollowUp).Concat(cache.FollowUps).DistinctBy(each => each.Number));

        // What no list has: a document links it, or it was open and carries our label no more.
        var listed = changed.Concat(open ?? []).Select(each => each.FollowUp.Number).ToHashSet();
        List<int> lost = open is null ? [] : [.. cache.FollowUps.Where(each => each.State == FollowUpState.Open && !listed.Contains(each.Number)).Select(each => each.Number)];
        List<int> unknown = [.. IndexedArchive.Unknown(archive.Documents, archive.FollowUps).Take(MostAskedFor)];
        var asked = await AskForAsync([.. unknown, .. Turns.On(today, lost, MostAskedFor - unknown.Count)], cancellation);
        archive = archive with { FollowUps = [.. asked.Select(each => each.FollowUp).Concat(archive.FollowUps).DistinctBy(each => each.Number).OrderBy(each => each.Number)] };
        List<Problem> problems = problem is null ? [] : [problem];
        if (open is not null && asked.Where(each => each is { FollowUp.State: FollowUpState.Open, Incident: not null }).ToList() is { Count: > 0 } unlabelled)
        {
            open = [.. open, .. unlabelled];
            problems.Add(Problem.Warning(
                "follow-up-unlabelled",
                $"{Words.Count(unlabelled.Count, "open follow-up carries", "open follow-ups carry")} the label `{DesiredState.FollowUpLabel}` no more: {string.Join(", ", unlabelled.Select(each => $"#{each.FollowUp.Number}"))}.",
                "Put the label on again: by it they are found.",
                repository.IssueUrl(unlabelled[0].FollowUp.Number)));
        }

        var readme = listing.Index is { } there ? await TextAsync(blobs, there.Blob, readmePath, baseCommit, cancellation) : null;
        var state = nothing with
        {
            Base = nothing.Base with { Readme = readme },
            Branch = isLive ? new(await TextAsync(blobs, $"{branch}:{readmePath}", readmePath, branch!, cancellation), null, onBranch is null ? null : BlobId.Of(onBranch)) : null,
            IsAncestorKnown = known.Index is not null,
            Ancestor = !isLive || known.Index is not { Readme: { } old } ? null
                : old == listing.Index?.Blob ? readme
                : await TextAsync(blobs, old, readmePath, known.Index.Base, cancellation),
        };
        return new(head, state, archive, readmePath, dataPath, problems) { Open = open };
    }

    private async Task<ArchiveListing> ListAsync(string directory, string baseCommit, CancellationToken cancellation)
    {
        var tree = await client.GetTreeAsync(baseCommit, cancellation);
        var prefix = $"{directory}/";
        if (tree is { Truncated: true })
        {
            // Of a repository that is too large only the folder.
            (tree, prefix) = (await client.GetTreeBelowAsync(directory, baseCommit, cancellation), "");
        }

        return tree is not { Truncated: true }
            ? ArchiveListing.Of((tree?.Tree ?? []).Where(entry => entry.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => new ArchiveFile(entry.Path[prefix.Length..], entry.Mode ?? "", entry.Sha ?? "", entry.Size)))
            : throw new ProblemException(Problem.Error(
                "archive-too-large", $"GitHub does not list all files below {Quoted.Code(directory)}, so the index was left as it is.", "Move what is no postmortem out of the folder, or set `index: off`."));
    }

    private async Task<ExistingPullRequest?> PullRequestAsync(Ledger known, CancellationToken cancellation)
    {
        var pulls = look.TakePulls(IndexBranch.Name) ?? await client.ListPullRequestsAsync(IndexBranch.Name, cancellation);

        // A list may lag.
        var ours = known.PullRequest is { Number: var number } && pulls.All(pull => pull.Number != number) ? await client.GetPullRequestAsync(number, cancellation) : null;
        return OwnWork.Current(ours is null ? pulls : [.. pulls.Append(ours).OrderByDescending(pull => pull.Number)]) is not { } pull ? null : new(
            pull.Number,
            pull.MergedAt is not null ? PullRequestState.Merged : pull.State == "open" ? PullRequestState.Open : PullRequestState.Closed,
            await identity.IsAsync(pull.User, cancellation),
            pull.Title,
            pull.Body ?? "",
            null,
            pull.Head.Sha);
    }

    private async Task<string?> BranchAsync(CancellationToken cancellation) =>
        look.TryTakeReference($"heads/{IndexBranch.Name}", out var seen) ? seen?.Sha : (await client.GetReferenceAsync($"heads/{IndexBranch.Name}", cancellation))?.Target.Sha;

    private async Task<IReadOnlyList<TrackedFollowUp>> AskForAsync(IReadOnlyList<int> numbers, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(numbers.Select(async number => (number, Issue: await client.GetIssueAsync(number, cancellation))));
        var read = new List<TrackedFollowUp>();
        foreach (var (number, issue) in found)
        {
            // Anybody can copy a marker.
            read.Add(issue is null || work.KeyOf(issue) != new IssueKey(null, number) ? new(new(number, FollowUpState.Gone, null, null, null, null), "", null)
                : FollowUpReading.Of(issue, Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) && await identity.IsAsync(issue.User, cancellation) ? marker : null));
        }

        return read;
    }

    /// <summary>A text that is going to be written back, so it has to be whole to the byte.</summary>
    private async Task<string?> TextAsync(ArchiveBlobs blobs, string expression, string path, string at, CancellationToken cancellation) =>
        blobs.Beside.TryGetValue(expression, out var text) ? text
        : await client.GetFileAsync(path, at, cancellation) is not { } file ? null
        : file.IsUtf8 ? file.Text
        : throw new ProblemException(Problem.Error("index-not-text", "The index is not text in UTF-8, so nothing was written.", "Save it as UTF-8.", path));

    /// <summary>A link would lead the writing elsewhere.</summary>
    private static void Refuse(ArchiveFile? file, string path)
    {
        if (file is { IsFile: false })
        {
            throw new ProblemException(Problem.Error("index-no-file", $"{Quoted.Code(path, 300)} is a link or a folder, so the index was left as it is.", "Put a file in its place, or set `index: off`."));
        }
    }
}
