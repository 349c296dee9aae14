using PostmortemAction.Core.Incidents;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
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

    public static IReadOnlyList<FollowUp> Of(IReadOnlyList<IdentifiedTask> tasks, ExistingState existing, ReviewedTasks reviewed, IReadOnlyDictionary<int, bool> published)
    {
        var ledger = existing.Ledger.FollowUps.ToDictionary(followUp => followUp.Task);
        var all = tasks.Select(task => Of(task, ledger.GetValueOrDefault(task.Task.Key), reviewed)).Concat(Added(tasks, existing.Ledger, reviewed));
        return [.. Deferred(all.Select(followUp => WithState(followUp, ledger.GetValueOrDefault(followUp.Task.Key), existing, reviewed, published)))];
    }

    /// <summary>Who wrote last counts: people in the document, or people in the incident since then.</summary>
    private static FollowUp Of(IdentifiedTask task, LedgerFollowUp? known, ReviewedTasks reviewed)
    {
        var row = known is not null ? reviewed.Reworded.GetValueOrDefault(known.Number) : null;
        var words = row is not null ? row.Says(task.Task with { Key = task.Text }) ? null : Cut(row.Words)
            : known is null || known.Text != task.Text ? null : known.Words;
        return new(InWords(task.Task, words), task.Text, known?.Number) { Words = words };
    }

    private static IEnumerable<FollowUp> Added(IReadOnlyList<IdentifiedTask> tasks, Ledger ledger, ReviewedTasks reviewed)
    {
        var ours = tasks.Select(task => task.Task.Key).ToHashSet();
        var added = ledger.FollowUps.Where(followUp => followUp is { IsAdded: true, Words: not null } && !ours.Contains(followUp.Task)).ToList();
        foreach (var known in added)
        {
            var words = reviewed.Reworded.GetValueOrDefault(known.Number) is { } row ? Cut(row.Words) : known.Words!;
            yield return new(InWords(new(known.Task, words, null, null), words), known.Text, known.Number) { Words = words, IsAdded = true };
        }

        // What has an issue already may only lack its link yet.
        var waiting = tasks.Select(task => task.Task).Concat(added.Select(known => InWords(new(known.Task, known.Words!, null, null), known.Words))).ToList();
        var used = ledger.FollowUps.Select(followUp => followUp.Task).Concat(ours).ToHashSet();
        foreach (var row in reviewed.Unlinked.Where(row => row.Task is not null))
        {
            if (waiting.FindIndex(task => row.Names(task with { Key = TaskKey.Of(task.Title) })) is var at and >= 0)
            {
                waiting.RemoveAt(at);
                continue;
            }

            var task = row.Task!;
            yield return new(task with { Key = TaskIdentity.NewKey(task.Key, used) }, task.Key, null) { Words = Cut(row.Words), IsAdded = true, IsDone = row.IsTicked ?? false };
        }
    }

    private static string Cut(string words) => PlainText.Cut(words, MostWords);

    /// <summary>The task as a line of the document says it; its identity stays.</summary>
    private static IncidentTask InWords(IncidentTask task, string? words) =>
        words is not null && TaskReader.Read([words], "", []) is [var said] ? said with { Key = task.Key, Repository = said.Repository ?? task.Repository } : task;

    private static FollowUp WithState(FollowUp followUp, LedgerFollowUp? known, ExistingState existing, ReviewedTasks reviewed, IReadOnlyDictionary<int, bool> published)
    {
        if (known is null)
        {
            return followUp with { IsTicked = followUp.IsDone };
        }

        // Whichever changed since they last agreed is the news.
        var isTicked = reviewed.Ticks.TryGetValue(known.Number, out var tick) && tick != known.IsDone;
        var isDone = isTicked ? tick : existing.IsClosed.TryGetValue(known.Number, out var isClosed) ? isClosed : known.IsDone;
        return followUp with { IsDone = isDone, IsTicked = existing.PullRequest is { State: PullRequestState.Merged } ? published.GetValueOrDefault(known.Number) : isDone };
    }

    private static IEnumerable<FollowUp> Deferred(IEnumerable<FollowUp> followUps)
    {
        var created = 0;
        foreach (var followUp in followUps)
        {
            yield return followUp.Issue is null && ++created > MostCreated ? followUp with { IsDeferred = true } : followUp;
        }
    }
}
