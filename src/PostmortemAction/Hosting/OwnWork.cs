using System.Globalization;
using NodaTime.Text;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>Finds what we made for an incident by the markers in bodies that we wrote. Anybody can copy a marker, so the author counts.</summary>
public sealed class OwnWork(IGitHubClient client, OwnIdentity identity, RepositoryInfo repository)
{
    /// <summary>Our status comments, the oldest first.</summary>
    public Task<IReadOnlyList<Comment>> StatusesAsync(int incident, IEnumerable<Comment> comments, CancellationToken cancellation) =>
        MarkedAsync(comments, Marker.Status, marker => marker["incident"] == Text(incident), cancellation);

    /// <summary>Our comments that offer a certain text.</summary>
    public Task<IReadOnlyList<Comment>> OffersAsync(int incident, string key, IEnumerable<Comment> comments, CancellationToken cancellation) =>
        MarkedAsync(comments, Marker.Offer, marker => marker["incident"] == Text(incident) && marker["key"] == key, cancellation);

    /// <summary>Our comments that send a certain reminder.</summary>
    public Task<IReadOnlyList<Comment>> RemindersAsync(int incident, Remind remind, IEnumerable<Comment> comments, CancellationToken cancellation) =>
        MarkedAsync(comments, Marker.Reminder, marker => ReminderBody.Of(marker, incident, remind.Of) == remind.Reminder, cancellation);

    /// <summary>The reminders that we sent of a follow-up's dates.</summary>
    public async Task<IReadOnlyList<Reminder>> RemindersAsync(int incident, string task, IEnumerable<Comment> comments, CancellationToken cancellation)
    {
        var found = await MarkedAsync(comments, Marker.Reminder, marker => ReminderBody.Of(marker, incident, task) is not null, cancellation);
        return [.. found.Select(comment => Marker.TryFind(comment.Body, Marker.Reminder, out var marker) ? ReminderBody.Of(marker, incident, task) : null).OfType<Reminder>()];
    }

    /// <summary>The follow-ups of the incident among the issues, of whatever repository. One that was made for another repository's incident says so.</summary>
    public async Task<IReadOnlyList<FoundFollowUp>> FollowUpsAsync(int incident, IEnumerable<Issue> issues, CancellationToken cancellation)
    {
        var found = new List<FoundFollowUp>();
        foreach (var issue in issues.DistinctBy(KeyOf).OrderBy(issue => issue.Number))
        {
            if (issue.PullRequest is null && Marker.TryFind(issue.Body, Marker.FollowUp, out var marker)
                && KeyOf(issue).Repository is var home && string.Equals(marker["from"], home is null ? null : repository.FullName, StringComparison.OrdinalIgnoreCase)
                && marker["incident"] == Text(incident) && marker["task"] is { } task && await identity.IsAsync(issue.User, cancellation))
            {
                var isUntouched = issue is { State: "open", Comments: 0 } && OwnBlock.IsUntouched(issue.Body ?? "");
                found.Add(new(task, marker["text"], issue.Number, issue.Id, issue.Title, issue.Body ?? "", isUntouched)
                {
                    Repository = home,
                    IsClosed = issue.State == "closed",
                    IsDropped = FollowUpReading.IsDropped(issue),
                    IsAdded = marker["added"] is not null,
                    Due = LocalDatePattern.Iso.Parse(marker["due"] ?? "") is { Success: true } due ? due.Value : null,
                    Assignees = [.. (issue.Assignees ?? []).Select(account => account.Login)],
                });
            }
        }

        return found;
    }

    /// <summary>The follow-ups of all incidents among the issues, as far as they are.</summary>
    public async Task<IReadOnlyList<TrackedFollowUp>> TrackedAsync(IEnumerable<Issue> issues, CancellationToken cancellation)
    {
        var found = new List<TrackedFollowUp>();
        foreach (var issue in issues.OrderBy(issue => issue.Number))
        {
            if (issue.PullRequest is null && Marker.TryFind(issue.Body, Marker.FollowUp, out var marker) && await identity.IsAsync(issue.User, cancellation))
            {
                found.Add(FollowUpReading.Of(issue, marker));
            }
        }

        return found;
    }

    /// <summary>Our digest issues among the issues, the oldest first.</summary>
    public async Task<IReadOnlyList<Issue>> DigestsAsync(IEnumerable<Issue> issues, CancellationToken cancellation)
    {
        var found = new List<Issue>();
        foreach (var issue in issues.OrderBy(issue => issue.Number))
        {
            if (issue.PullRequest is null && Marker.TryFind(issue.Body, Marker.Digest, out _) && await identity.IsAsync(issue.User, cancellation))
            {
                found.Add(issue);
            }
        }

        return found;
    }

    /// <summary>Which issue it is, by its own address: one that was transferred is answered from where it went.</summary>
    public IssueKey KeyOf(Issue issue) =>
        Uri.TryCreate(issue.HtmlUrl, UriKind.Absolute, out var address) && address.AbsolutePath.Split('/') is ["", var owner, var name, ..]
            && !repository.FullName.Equals($"{owner}/{name}", StringComparison.OrdinalIgnoreCase) ? new($"{owner}/{name}", issue.Number) : new(null, issue.Number);

    /// <summary>The incident's pull request: the open one of its branch, else the newest.</summary>
    public static PullRequest? Current(IReadOnlyList<PullRequest> pulls) =>
        pulls.FirstOrDefault(pull => pull.State == "open") ?? (pulls.Count > 0 ? pulls[0] : null);

    /// <summary>Looks for a follow-up that we may have just created.</summary>
    /// <param name="seen">The newest issue that is known to be there.</param>
    /// <param name="home">Its repository; null for the incident's own. In another one there may be nothing yet that is known.</param>
    /// <exception cref="GitHubException">It is not in the list, and neither is what is known to be there: it is an old list, which says nothing.</exception>
    public async Task<Issue?> JustCreatedAsync(int incident, string task, int? seen, string? home, CancellationToken cancellation)
    {
        var newest = await client.At(home).ListNewestIssuesAsync(cancellation);
        var found = (await FollowUpsAsync(incident, newest, cancellation)).FirstOrDefault(followUp => followUp.Task == task);
        return found is not null ? newest.First(issue => issue.Number == found.Number)
            : seen is null || newest.Any(issue => issue.Number >= seen) ? null
            : throw new GitHubException("GET issues", null, "the list of issues is an old one") { IsAmbiguous = true };
    }

    private async Task<IReadOnlyList<Comment>> MarkedAsync(
        IEnumerable<Comment> comments, string kind, Func<Marker, bool> isMeant, CancellationToken cancellation)
    {
        var found = new List<Comment>();
        foreach (var comment in comments.OrderBy(comment => comment.Id))
        {
            if (Marker.TryFind(comment.Body, kind, out var marker) && isMeant(marker) && await identity.IsAsync(comment.User, cancellation))
            {
                found.Add(comment);
            }
        }

        return found;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
