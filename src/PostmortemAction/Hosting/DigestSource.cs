using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads the digest issue, and the follow-ups that it is about.</summary>
internal sealed class DigestSource(IGitHubClient client, OwnWork work)
{
    /// <returns>Null where there is none, be it that a person deleted it.</returns>
    public async Task<ExistingDigest?> ReadAsync(DigestSettings settings, Ledger known, CancellationToken cancellation)
    {
        var listed = await work.DigestsAsync(await client.ListIssuesAsync([settings.Label], null, cancellation), cancellation);
        var issue = known.Digest is { Number: var number } ? listed.FirstOrDefault(each => each.Number == number) ?? await KnownAsync(number, cancellation)
            : listed.FirstOrDefault(each => each.State == "open") ?? (listed.Count > 0 ? listed[0] : null);
        return issue is null ? null : new(
            issue.Number,
            issue.State == "open",
            issue.Title,
            issue.Body ?? "",
            [.. listed.Where(each => each.Number != issue.Number && each is { State: "open", Comments: 0 } && OwnBlock.IsUntouched(each.Body ?? "")).Select(each => each.Number)]);
    }

    /// <summary>Whatever label somebody took off, or how far the list is behind.</summary>
    private async Task<Issue?> KnownAsync(int number, CancellationToken cancellation) =>
        await client.GetIssueAsync(number, cancellation) is { } issue && issue.Number == number && await work.DigestsAsync([issue], cancellation) is { Count: > 0 } ? issue : null;

    public async Task<IReadOnlyList<TrackedFollowUp>> OpenAsync(CancellationToken cancellation) =>
        await work.TrackedAsync(await client.ListOpenIssuesAsync([DesiredState.FollowUpLabel], cancellation), cancellation);
}
