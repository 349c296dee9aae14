using NodaTime;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Plans;

/// <summary>Plans what is to be reminded of today.</summary>
internal static class ReminderPlanner
{
    public static IEnumerable<Remind> Plan(DesiredState desired, ExistingState existing, RepositoryInfo repository)
    {
        if (existing.Today is not { } today)
        {
            yield break;
        }

        var ledger = existing.Ledger.FollowUps.ToDictionary(followUp => followUp.Task);
        foreach (var wanted in desired.FollowUps.Where(wanted => !wanted.IsDone && wanted.Due is not null))
        {
            if (ledger.TryGetValue(wanted.Key, out var there) && Planner.MayWrite(there.Repository, desired, existing) && IsWanted(there, wanted.Due!.Value, existing))
            {
                var reminder = new Reminder(wanted.Due.Value, today);
                var assignees = existing.Assignees.GetValueOrDefault(there.Issue, []);
                yield return new(there.Issue, wanted.Key, reminder, ReminderBody.OfFollowUp(desired.Incident, there.Repository, wanted.Key, reminder, assignees, wanted.Owner, repository, existing.Talk[there.Issue].Unreadable));
            }
        }

        if (desired.Due is { } due && due < today && existing.PullRequest is { State: PullRequestState.Open, IsOurs: true } pull
            && existing.Ledger.PullRequest is { Reminded: null } ours && ours.Number == pull.Number)
        {
            var reminder = new Reminder(due, today);
            yield return new(pull.Number, Marker.PullRequest, reminder, ReminderBody.OfPostmortem(desired.Incident, reminder, repository));
        }
    }

    /// <summary>Whether a follow-up that is open is to be reminded of now.</summary>
    public static bool IsWanted(LedgerFollowUp there, LocalDate due, ExistingState existing) => existing.Today is { } today
        && existing.Talk.TryGetValue(there.Issue, out var talk) && ReminderRule.IsWanted(due, today, Sent(talk.Sent, there.Reminded), talk.SnoozedUntil);

    /// <summary>A list may lag behind what the ledger knows.</summary>
    private static IEnumerable<Reminder> Sent(IEnumerable<Reminder> seen, LedgerReminder? noted) => noted?.Reminder is { } reminder ? seen.Append(reminder) : seen;
}
