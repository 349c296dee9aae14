using NodaTime.Text;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Plans;

/// <summary>Reminds of a date by a comment.</summary>
/// <param name="Issue">The issue or pull request to comment on.</param>
/// <param name="Of">Whose date: a task's key, or <see cref="Marker.PullRequest"/>.</param>
public sealed record Remind(IssueKey Issue, string Of, Reminder Reminder, string Body) : Change
{
    public override string Intent => $"reminder {Of} {LocalDatePattern.Iso.Format(Reminder.Due)} {LocalDatePattern.Iso.Format(Reminder.On)}";

    public override string Describe() => $"remind on {(Of == Marker.PullRequest ? "pull request" : "follow-up issue")} {Issue.InWords}: due {LocalDatePattern.Iso.Format(Reminder.Due)}";
}
