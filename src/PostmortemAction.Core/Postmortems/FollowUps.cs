using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.TaskLists;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Postmortems;

/// <summary>The incident's tasks and those that people added in the document, with their identities and in their last words.</summary>
internal static class FollowUps
{
    /// <summary>Issues that one run creates at most: GitHub refuses who creates too much at once.</summary>
    private const int MostCreated = 50;

    /// <summary>The ledger keeps so many letters of a task line; titles hold fewer.</summary>
    private const int MostWords = 500;

    /// <param name="written">Which boxes the document ticks as we last wrote it, by the issue.</param>
    /// <param name="repositories">Where they may be made beside the incident's own repository.</param>
    /// <param name="own">The incident's own repository.</param>
    public static IReadOnlyList<FollowUp> Of(IReadOnlyList<IdentifiedTask> tasks, ExistingState existing, ReviewedTasks reviewed, IReadOnlyDictionary<IssueKey, bool> written, RepositoryList repositories, string? own)
    {
        var ledger = existing.Ledger.FollowUps.ToDictionary(followUp => followUp.Task);
        var all = tasks.Select(task => Of(task, ledger.GetValueOrDefault(task.Task.Key), reviewed)).Concat(Added(tasks, existing.Ledger, reviewed));
        var placed = all.Select(followUp => WithRepository(followUp, ledger.GetValueOrDefault(followUp.Task.Key), existing, repositories, own));
        return [.. Deferred(placed.Select(followUp => WithState(followUp, ledger.GetValueOrDefault(followUp.Task.Key), existing, reviewed, written)))];
    }

    /// <summary>Who wrote last counts: people in the document, or people in the incident since then.</summary>
    private static FollowUp Of(IdentifiedTask task, LedgerFollowUp? known, ReviewedTasks reviewed)
    {
        var isSame = known is not null && known.Text == task.Text;
        var said = InWords(task.Task, isSame ? known!.Words : null);
        var words = known is not null && reviewed.Linked.TryGetValue(known.Issue, out var row) && IsTheirs(row, known.Issue, said, reviewed) ? Reworded(said, row, known.Issue, reviewed)
            : isSame ? known!.Words : null;
        words = words == TaskLine.Of(task.Task) ? null : words;
        return new(InWords(task.Task, words), task.Text, known?.Issue) { Words = words, IsDone = known is null && task.Task.IsTicked };
    }

    /// <summary>Whether people reworded the row: it is not as we last wrote it. Where that is not known, another title than the incident's is theirs.</summary>
    private static bool IsTheirs(TaskRow row, IssueKey issue, IncidentTask said, ReviewedTasks reviewed) =>
        reviewed.Before is null ? !row.Names(Named(said)) : reviewed.Before.TryGetValue(issue, out var old) && !old.SaysSameAs(row) && !row.Says(Named(said));

    /// <summary>In the row's words. What our template does not write, and what the row has no place for, nobody took away.</summary>
    private static string Reworded(IncidentTask said, TaskRow row, IssueKey issue, ReviewedTasks reviewed)
    {
        var (now, old) = (row.Task!, reviewed.Before?.GetValueOrDefault(issue)?.Task);
        return Cut(TaskLine.Of(now with
        {
            Owner = now.Owner ?? (old?.Owner is null || !row.CanNameOwner ? said.Owner : null),
            Due = now.Due ?? (old?.Due is null || !row.CanNameDue ? said.Due : null),
            Priority = now.Priority ?? (old?.Priority is null || !row.CanNamePriority ? said.Priority : null),
            Labels = now.Labels.Count > 0 || (old?.Labels.Count > 0 && row.CanNameLabels) ? now.Labels : said.Labels,
            Repository = now.Repository ?? (old?.Repository is null ? said.Repository : null),
        }));
    }

    /// <summary>The task with the key of its words.</summary>
    private static IncidentTask Named(IncidentTask task) => task with { Key = TaskKey.Of(task.Title) };

    private static IEnumerable<FollowUp> Added(IReadOnlyList<IdentifiedTask> tasks, Ledger ledger, ReviewedTasks reviewed)
    {
        var ours = tasks.Select(task => task.Task.Key).ToHashSet();
        var added = ledger.FollowUps.Where(followUp => followUp is { IsAdded: true, Words: not null } && !ours.Contains(followUp.Task)).ToList();

        // What has an issue already may only lack its link yet.
        var unlinked = reviewed.Unlinked.Where(row => row.Task is not null).ToList();
        foreach (var task in tasks)
        {
            Take(task.Task);
        }

        foreach (var known in added)
        {
            var said = InWords(new(known.Task, known.Words!, null, null), known.Words);
            var unlinkedRow = Take(said);
            var row = reviewed.Linked.GetValueOrDefault(known.Issue) ?? unlinkedRow;
            var words = row is null || row.Says(Named(said)) ? known.Words! : Reworded(said, row, known.Issue, reviewed);
            yield return new(InWords(said, words), known.Text, known.Issue) { Words = words, IsAdded = true };
        }

        var used = ledger.FollowUps.Select(followUp => followUp.Task).Concat(ours).ToHashSet();
        foreach (var row in unlinked)
        {
            var task = row.Task!;
            yield return new(task with { Key = TaskIdentity.NewKey(task.Key, used) }, task.Key, null) { Words = Cut(TaskLine.Of(task)), IsAdded = true, IsDone = row.IsTicked ?? false };
        }

        TaskRow? Take(IncidentTask task)
        {
            var row = unlinked.Find(row => row.Names(Named(task)));
            if (row is null && TaskReader.BareKey(task.Title) is var bare)
            {
                row = unlinked.Find(row => row.BareKey == bare);
            }

            _ = row is not null && unlinked.Remove(row);
            return row;
        }
    }

    private static string Cut(string words) => PlainText.Cut(words, MostWords);

    /// <summary>The task as a line of the document says it; its identity stays.</summary>
    private static IncidentTask InWords(IncidentTask task, string? words) =>
        words is not null && TaskReader.Read([words], "", []) is [var said] ? said with { Key = task.Key } : task;

    /// <summary>Once it has an issue it stays where that is.</summary>
    private static FollowUp WithRepository(FollowUp followUp, LedgerFollowUp? known, ExistingState existing, RepositoryList repositories, string? own)
    {
        var repository = known is null ? repositories.Of(followUp.Task, own) : known.Repository;
        return followUp with { Repository = repository, IsDeferred = known is null && existing.IsRefused(repository) };
    }

    private static FollowUp WithState(FollowUp followUp, LedgerFollowUp? known, ExistingState existing, ReviewedTasks reviewed, IReadOnlyDictionary<IssueKey, bool> written)
    {
        if (known is null)
        {
            return followUp with { IsTicked = followUp.IsDone };
        }

        // Whichever changed is the news: the box since we last wrote it, the issue since we last looked. What an issue out of sight did not follow yet is still to be done.
        var isTicked = reviewed.Ticks.TryGetValue(known.Issue, out var tick) && tick != (written.TryGetValue(known.Issue, out var last) ? last : known.IsDone);
        var isClosed = existing.IsClosed.TryGetValue(known.Issue, out var seen) ? seen : known.IsDone;
        var isDone = isTicked ? tick : isClosed == known.IsDone && known.Asked is { } asked ? asked : isClosed;
        return followUp with { IsDone = isDone, IsDropped = isDone && isClosed && existing.Dropped.Contains(known.Issue), IsTicked = existing.PullRequest is { State: PullRequestState.Merged } ? written.GetValueOrDefault(known.Issue) : isDone };
    }

    private static IEnumerable<FollowUp> Deferred(IEnumerable<FollowUp> followUps)
    {
        var created = 0;
        foreach (var followUp in followUps)
        {
            yield return followUp is { Issue: null, IsDeferred: false } && ++created > MostCreated ? followUp with { IsDeferred = true } : followUp;
        }
    }
}
