using NodaTime;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>Reads what is there of ours: by the ledger, and by our markers where the ledger cannot be relied on.</summary>
public sealed class ExistingSource(IGitHubClient client, FirstLook look, OwnWork work, OwnIdentity identity, string baseCommit)
{
    private readonly TalkSource talks = new(client, work);
    private readonly ElsewhereSource elsewhere = new(client);

    public async Task<ExistingState> ReadAsync(IncidentReading reading, string path, RepositoryList repositories, DateTimeZone? calendar, CancellationToken cancellation)
    {
        var (head, record) = (reading.Head, reading.Record);
        var number = record.Number!.Value;
        var mentionsTask = MentionsAsync(reading, cancellation);
        var statusTask = StatusAsync(reading, cancellation);
        var pull = await PullRequestAsync(head.Ledger, reading.Pulls, cancellation);
        var branchTask = pull is { State: PullRequestState.Open } ? Task.FromResult<string?>(pull.Head)
            : pull is { State: PullRequestState.Merged } ? Task.FromResult<string?>(null)
            : BranchAsync(number, cancellation);
        await Task.WhenAll(mentionsTask, statusTask, branchTask);

        var (mentions, status, branch) = (await mentionsTask, await statusTask, await branchTask);
        var last = head.Ledger ?? Ledger.Empty(number);
        // Of an incident on which nothing of ours was ever seen there is nothing to be found by a search either.
        var isFirst = head is { Ledger: null, Commit: null } && pull is null && status is null && branch is null && mentions.Count == 0;
        if (head.IsUnreliable && !isFirst)
        {
            var since = record.CreatedAt?.ToDateTimeOffset();
            var listed = await elsewhere.ListAsync(last, repositories, since, cancellation);
            var ours = await work.FollowUpsAsync(number, [.. await client.ListIssuesAsync([DesiredState.FollowUpLabel], since, cancellation), .. listed], cancellation);
            mentions = [.. ours.Concat(mentions).DistinctBy(found => found.Issue)];
        }

        // Also beside a good ledger: what was sent and given up may have had its effect late.
        var ledger = LedgerRecovery.Complete(last, mentions, pull, status);
        var now = client.ServerNow is { } time ? Instant.FromDateTimeOffset(time) : (Instant?)null;
        // One that was moved there may be found in both ways.
        var others = await elsewhere.ReadAsync(ledger, repositories, mentions, (now ?? default).InUtc().Date, cancellation);
        mentions = [.. mentions.Concat(await work.FollowUpsAsync(number, others, cancellation)).DistinctBy(found => found.Issue)];

        var isTaken = ledger.Path is null && pull?.State != PullRequestState.Merged && await IsTakenAsync(path, reading.Ground, cancellation);
        path = ExistingState.PathOf(path, ledger, isTaken);
        var place = branch ?? (pull is { State: PullRequestState.Closed } ? pull.Head : null);
        var file = place is null ? null
            : reading.Document is { } read && read.Path == path && read.Commit == place ? read.File
            : await client.GetFileAsync(path, place, cancellation);
        var document = file is { IsUtf8: true } ? file.Text : null;
        ledger = file is null ? ledger : ledger with { Path = path };
        var states = await StatesAsync(ledger, repositories, mentions, cancellation);
        LocalDate? today = calendar is not null ? now?.InZone(calendar).Date : null;
        return new(
            baseCommit,
            isTaken,
            ledger with { Events = reading.Timeline.Count, Said = reading.Said, Writers = [.. reading.Writers.Order(StringComparer.Ordinal)] },
            head.IsLeftBehind || head.IsGarbled || ledger != last || reading.Timeline.Count < last.Events,
            branch,
            document,
            await LastDocumentAsync(head, ledger, path, branch, document, pull, cancellation),
            pull,
            status,
            Duplicates(ledger, mentions, reading.Statuses))
        {
            IsUnreadable = file is { IsUtf8: false },
            IsOvertaken = pull?.State == PullRequestState.Open && ledger.Path is { } home && document is not null && IsKnownToHold(home),
            IsClosed = states.ToDictionary(state => state.Key, state => state.Value.IsClosed),
            Dropped = states.Where(state => state.Value.IsDropped).Select(state => state.Key).ToHashSet(),
            Assignees = mentions.ToDictionary(found => found.Issue, found => found.Assignees),
            Archive = reading.Archive,
            Today = today,
            Day = now?.InUtc().Date,
            Talk = today is { } day ? await talks.ReadAsync(number, ledger, mentions.Where(found => found.Repository is null || repositories.Allows(found.Repository)), day, cancellation) : new Dictionary<IssueKey, FollowUpTalk>(),
        };
    }

    /// <summary>Which follow-ups are closed. A list may be an old one, so what it says anew is looked at once more.</summary>
    private async Task<IReadOnlyDictionary<IssueKey, (bool IsClosed, bool IsDropped)>> StatesAsync(Ledger ledger, RepositoryList repositories, IReadOnlyList<FoundFollowUp> mentions, CancellationToken cancellation)
    {
        var known = ledger.FollowUps.ToDictionary(followUp => followUp.Issue, followUp => followUp.IsDone);
        var states = mentions.Where(found => known.ContainsKey(found.Issue) && (found.Repository is null || repositories.Allows(found.Repository))).ToDictionary(found => found.Issue, found => (found.IsClosed, found.IsDropped));
        foreach (var key in states.Keys.Where(key => states[key].IsClosed != known[key]).ToList())
        {
            // One that was moved to another repository is answered from there, and stays as it was last seen here.
            var issue = key.Repository is null ? await client.GetIssueAsync(key.Number, cancellation) : await elsewhere.IssueAsync(key, cancellation);
            states[key] = issue is not null && work.KeyOf(issue) == key ? (issue.State == "closed", FollowUpReading.IsDropped(issue)) : (known[key], false);
        }

        return states;
    }

    /// <summary>Whether the first look saw the file on the default branch; where it did not look there nothing is said.</summary>
    private bool IsKnownToHold(string path)
    {
        var folders = DocumentGround.Folders(path);
        return look.Trees(folders) is { } known && known[folders[^1]].Any(item => item.Name == path.Split('/')[^1]);
    }

    private async Task<bool> IsTakenAsync(string path, IReadOnlyDictionary<string, IReadOnlyList<TreeItem>> ground, CancellationToken cancellation)
    {
        var folders = DocumentGround.Folders(path);
        var holdings = folders.All(ground.ContainsKey) ? [.. folders.Select(folder => ground[folder])] : await client.ListTreesAsync(folders, baseCommit, cancellation);
        return DocumentGround.IsTaken(path, [.. holdings.Select(items => items.ToDictionary(item => item.Name, item => item.Mode))]);
    }

    private async Task<ExistingPullRequest?> PullRequestAsync(Ledger? ledger, IReadOnlyList<PullRequest> pulls, CancellationToken cancellation)
    {
        var open = pulls.FirstOrDefault(pull => pull.State == "open");

        // Whoever merged the branch with a pull request of their own has published it, whatever became of ours.
        var pull = open ?? pulls.FirstOrDefault(pull => pull.MergedAt is not null) ?? pulls.FirstOrDefault(pull => pull.Number == ledger?.PullRequest?.Number) ?? OwnWork.Current(pulls);
        return pull is null ? null : new(
            pull.Number,
            pull.MergedAt is not null ? PullRequestState.Merged : pull.State == "open" ? PullRequestState.Open : PullRequestState.Closed,
            await identity.IsAsync(pull.User, cancellation),
            pull.Title,
            pull.Body ?? "",
            pull.ClosedAt is { } closed ? Instant.FromDateTimeOffset(closed) : null,
            pull.Head.Sha);
    }

    private async Task<string?> BranchAsync(int number, CancellationToken cancellation) =>
        look.TryTakeReference($"heads/{new PostmortemBranch(number)}", out var seen) ? seen?.Sha
        : (await client.GetReferenceAsync($"heads/{new PostmortemBranch(number)}", cancellation))?.Target.Sha;

    /// <summary>The follow-ups among the issues that mention the incident: GitHub lists them on its timeline, whatever labels they carry.</summary>
    private Task<IReadOnlyList<FoundFollowUp>> MentionsAsync(IncidentReading reading, CancellationToken cancellation) =>
        work.FollowUpsAsync(
            reading.Record.Number!.Value,
            reading.Timeline.Where(item => item.Event == "cross-referenced").Select(item => item.Source?.Issue).OfType<Issue>(),
            cancellation);

    /// <summary>The comment that the ledger names, or else our oldest; null when a person deleted it.</summary>
    private async Task<ExistingComment?> StatusAsync(IncidentReading reading, CancellationToken cancellation)
    {
        if (reading.Head.Ledger?.Status is { } known)
        {
            // A list may lag behind.
            var comment = reading.Statuses.FirstOrDefault(status => status.Id == known.Id) ?? await client.GetCommentAsync(known.Id, cancellation);
            return comment is not null && await identity.IsAsync(comment.User, cancellation) ? new(comment.Id, comment.Body ?? "") : null;
        }

        return reading.Statuses is [var oldest, ..] ? new(oldest.Id, oldest.Body ?? "") : null;
    }

    /// <summary>What we last composed. Where nobody changed it, it is what stands on the branch; else the ledger keeps it.</summary>
    private async Task<string?> LastDocumentAsync(
        LedgerHead head, Ledger ledger, string path, string? branch, string? document, ExistingPullRequest? pull, CancellationToken cancellation)
    {
        if (document is not null && Fingerprint.Of(document) == ledger.Document)
        {
            return document;
        }

        if (head.IsUnreliable && document is not null && branch is not null
            && CommitMessage.SaysOurs((await client.GetCommitAsync(branch, cancellation)).Message, document))
        {
            return document;
        }

        var isNeeded = document is not null || pull?.State == PullRequestState.Merged;
        if (!isNeeded || ledger.Document is not { } sum || head.KeptIn is not { } commit)
        {
            return null;
        }

        if (await client.GetFileAsync(path, commit, cancellation) is { Text: var last } && Fingerprint.Of(last) == sum)
        {
            return last;
        }

        // Without it every section that differs would be taken for a person's, and stay so.
        return head.IsUnreliable ? null : throw GitHubProblem.LedgerUnreadable(head.Ref);
    }

    /// <summary>What stands beside what the ledger names, as far as nobody has touched it: people may have begun to work with the rest.</summary>
    private static List<Duplicate> Duplicates(Ledger ledger, IEnumerable<FoundFollowUp> mentions, IReadOnlyList<Comment> statuses)
    {
        var originals = ledger.FollowUps.ToDictionary(followUp => followUp.Task);

        // One that was moved, or whose repository was renamed, has another address and the same id.
        var issues = mentions
            .Where(found => found.IsUntouched && originals.TryGetValue(found.Task, out var original) && original.Issue != found.Issue && original.Id != found.Id)
            .Select(found => new Duplicate(found.Issue, null, originals[found.Task].Issue));
        var comments = statuses
            .Where(comment => ledger.Status is { } status && comment.Id != status.Id && OwnBlock.IsUntouched(comment.Body ?? ""))
            .Select(comment => new Duplicate(null, comment.Id, null));
        return [.. issues, .. comments];
    }
}
