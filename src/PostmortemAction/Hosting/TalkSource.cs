using NodaTime;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Reminders;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads what was said on follow-ups whose date is near or past: our reminders, and who asked for silence.</summary>
internal sealed class TalkSource(IGitHubClient client, OwnWork work)
{
    /// <summary>An incident of a hundred forgotten follow-ups is not to use up the hour's requests; the others come another day.</summary>
    private const int MostFollowUps = 50;

    /// <param name="followUps">Those that mention the incident.</param>
    public async Task<IReadOnlyDictionary<int, FollowUpTalk>> ReadAsync(int incident, IEnumerable<FoundFollowUp> followUps, LocalDate today, CancellationToken cancellation)
    {
        var near = followUps.Where(followUp => !followUp.IsClosed && followUp.Due is { } due && ReminderRule.IsNear(due, today)).Take(MostFollowUps);
        var read = near.Select(async followUp => (followUp.Number, Talk: await ReadAsync(incident, followUp, cancellation)));
        return (await Task.WhenAll(read)).ToDictionary(each => each.Number, each => each.Talk);
    }

    private async Task<FollowUpTalk> ReadAsync(int incident, FoundFollowUp followUp, CancellationToken cancellation)
    {
        var comments = await client.ListCommentsAsync(followUp.Number, null, cancellation);
        var asked = comments.Where(comment => comment.User is { IsBot: false } && comment.Minimized is null && Snooze.In(comment.Body ?? "") is not null).ToList();
        var writers = await new Writers(client).OfAsync([.. asked.Select(comment => comment.User!.Login).Distinct()], cancellation);
        var snooze = asked.Where(comment => writers.Contains(comment.User!.Login)).MaxBy(comment => (comment.CreatedAt, comment.Id));
        return new(await work.RemindersAsync(incident, followUp.Task, comments, cancellation), snooze is null ? null : Snooze.In(snooze.Body!));
    }
}
