using System.Globalization;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Actions;

/// <summary>How much GitHub still takes from a run for many incidents. It ends between two of them, not within one.</summary>
internal static class RunBudget
{
    /// <summary>What one incident of some twenty tasks takes at first.</summary>
    private const int RequestsOfOne = 60;

    /// <summary>GitHub's secondary limit is 500 an hour, by all that the token's owner does.</summary>
    private const int MostCreates = 450;

    /// <summary>Why the next incident has to wait; null when it has not.</summary>
    public static Problem? Exhausted(IGitHubClient client, int created, int done, int total)
    {
        var reason = client.Remaining is { } left && left < RequestsOfOne ? $"GitHub takes {Words.Count(left, "request", "requests")} more in this hour"
            : created >= MostCreates ? $"this run created {Words.Count(created, "thing", "things")} already, and GitHub takes 500 an hour" : null;
        var wait = client.ResetsIn is { } reset && created < MostCreates ? $"in {Words.Count((int)Math.Ceiling(reset.TotalMinutes), "minute", "minutes")}" : "in an hour";
        return reason is null ? null : Problem.Error(
            "budget-used-up",
            string.Create(CultureInfo.InvariantCulture, $"{done} of {total} incidents are done; {reason}."),
            $"Run it again {wait}: it goes on where it stopped, and those that are done cost a look each.");
    }
}
