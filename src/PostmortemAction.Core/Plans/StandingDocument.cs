using System.Globalization;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Plans;

/// <summary>The document as it will stand on our branch after this run, with people's changes: what a review reads.</summary>
public static class StandingDocument
{
    /// <summary>Stands for an issue that this run creates: whatever its number, the review says the same.</summary>
    private const string Unnumbered = "0";

    /// <param name="document">As we compose it.</param>
    /// <returns>Null where it rests.</returns>
    public static string? Of(string document, Postmortem postmortem, ExistingState existing)
    {
        if (existing.PullRequest is { State: not PullRequestState.Open })
        {
            return null;
        }

        var composed = Numbered(document, postmortem);
        return existing.BranchDocument is { } current ? DocumentMerge.Of(existing.LastDocument, current, composed).Text
            : existing is { Ledger.Commit: null, IsUnreadable: false } ? composed
            : null;
    }

    /// <summary>The document with the numbers of the follow-ups that there are.</summary>
    public static string Numbered(string document, Postmortem postmortem) => LateReference.Resolve(document, postmortem.FollowUps.ToDictionary(
        followUp => LateReference.FollowUp(followUp.Task.Key), followUp => followUp.Issue?.Number.ToString(CultureInfo.InvariantCulture) ?? Unnumbered));
}
