using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Secrets;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads a follow-up off its issue. Whom people assigned counts before whom the task named.</summary>
internal static class FollowUpReading
{
    /// <summary>Whether it is closed, and nobody is to do it.</summary>
    public static bool IsDropped(Issue issue) => issue is { State: "closed", StateReason: "not_planned" or "duplicate" };

    /// <param name="marker">What we noted in its body; null where somebody took that out, or the issue is not ours.</param>
    public static TrackedFollowUp Of(Issue issue, Marker? marker)
    {
        var owner = issue.Assignees is [var first, ..] ? first.Login : marker?["owner"];
        var due = LocalDatePattern.Iso.Parse(marker?["due"] ?? "") is { Success: true } date ? date.Value : (LocalDate?)null;
        var state = issue.State == "open" ? FollowUpState.Open : IsDropped(issue) ? FollowUpState.NotPlanned : FollowUpState.Completed;
        var closed = state == FollowUpState.Open ? null : issue.ClosedAt;
        return new(
            new(issue.Number, state, Instant.FromDateTimeOffset(issue.CreatedAt), closed is { } at ? Instant.FromDateTimeOffset(at) : null, due, owner),
            // It goes on into an issue and a summary of ours.
            SecretMask.Apply(issue.Title).Text,
            marker?["from"] is null && int.TryParse(marker?["incident"], NumberStyles.None, CultureInfo.InvariantCulture, out var incident) ? incident : null);
    }
}
