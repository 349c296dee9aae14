using NodaTime;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads what was said on follow-ups whose date is near or past: our reminders, and who asked for silence.</summary>
internal sealed class TalkSource(IGitHubClient client, OwnWork work)
{
    /// <summary>An incident of a hundred forgotten follow-ups is not to use up the hour's requests; the others come another day.</summary>
    private const int MostFollowUps = 50;

    /// <param name="followUps">Those that mention the incident.</param>
    public async Task<IReadOnlyDictionary<IssueKey, FollowUpTalk>> ReadAsync(int incident, Ledger ledger, IEnumerable<FoundFollowUp> followUps, LocalDate today, CancellationToken cancellation)
    {
        var near = followUps.Where(followUp => !followUp.IsClosed && followUp.Due is { } due && ReminderRule.IsNear(due, today)).ToList();
        var noted = ledger.FollowUps.ToDictionary(followUp => followUp.Issue, followUp => followUp.Reminded?.Reminder);
        // Where the ledger says that it is too early for another one, nothing that was said can bring it.
        var open = Turns.On(today, near, MostFollowUps)
            .Where(followUp => ReminderRule.IsWanted(followUp.Due!.Value, today, noted.GetValueOrDefault(followUp.Issue) is { } last ? [last] : [], null));
        var read = open.Select(async followUp => (followUp.Issue, Talk: await ReadAsync(incident, followUp, cancellation)));
        return (await Task.WhenAll(read)).Where(each => each.Talk is not null).ToDictionary(each => each.Issue, each => each.Talk!);
    }

    private async Task<FollowUpTalk?> ReadAsync(int incident, FoundFollowUp followUp, CancellationToken cancellation)
    {
        try
        {
            return await ReadAsync(client.At(followUp.Repository), incident, followUp, cancellation);
        }
        catch (GitHubException e) when (followUp.Repository is not null && GitHubProblem.IsRefusedElsewhere(e))
        {
            // Where we may not look, nothing can be said either.
            return null;
        }
    }

    private async Task<FollowUpTalk> ReadAsync(IGitHubClient there, int incident, FoundFollowUp followUp, CancellationToken cancellation)
    {
        var comments = await there.ListCommentsAsync(followUp.Number, null, cancellation);
        var asked = comments.Where(comment => comment.User is { IsBot: false } && comment.Minimized is null && (Snooze.In(comment.Body ?? "") is not null || Snooze.Unreadable(comment.Body ?? "") is not null)).ToList();
        var writers = await new Writers(there).OfAsync([.. asked.Select(comment => comment.User!.Login).Distinct()], cancellation);
        var said = asked.Where(comment => writers.Contains(comment.User!.Login)).OrderBy(comment => (comment.CreatedAt, comment.Id)).ToList();
        var snooze = said.LastOrDefault(comment => Snooze.In(comment.Body!) is not null);
        return new(await work.RemindersAsync(incident, followUp.Task, comments, cancellation), snooze is null ? null : Snooze.In(snooze.Body!))
        {
            Unreadable = said is [.., var last] ? Snooze.Unreadable(last.Body!) : null,
        };
    }
}
