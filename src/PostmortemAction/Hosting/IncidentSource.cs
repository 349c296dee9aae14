using System.Globalization;
using NodaTime;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>Reads what GitHub holds: the incident's record, and what is there of ours.</summary>
public sealed class IncidentSource(IGitHubClient client, OwnIdentity identity, RepositoryInfo repository, string baseCommit)
{
    private readonly Dictionary<int, Reading> readings = [];

    public async Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, CancellationToken cancellation)
    {
        var issueTask = client.GetIssueAsync(number, cancellation);
        var commentsTask = client.ListCommentsAsync(number, cancellation);
        var timelineTask = client.ListTimelineAsync(number, cancellation);
        var pullsTask = client.ListPullRequestsAsync(new PostmortemBranch(number).ToString(), cancellation);
        await Task.WhenAll(issueTask, commentsTask, timelineTask, pullsTask);

        var issue = await issueTask ?? throw GitHubProblem.IssueMissing(number);
        if (issue.Number != number || !IsHere(issue))
        {
            throw GitHubProblem.IssueTransferred(number, issue.HtmlUrl, repository);
        }

        if (issue.PullRequest is not null)
        {
            throw GitHubProblem.IsPullRequest(number);
        }

        var comments = await commentsTask;
        var timeline = await timelineTask;
        var pulls = await pullsTask;
        var status = await FindStatusAsync(number, comments, cancellation);
        readings[number] = new(pulls, status);

        var speakers = Speakers(comments.Where(comment => comment.Minimized is null && comment.Id != status?.Id), timeline, settings);
        var writers = await Writers.FindAsync(client, speakers, cancellation);
        return new(
            number,
            issue.Title,
            issue.Body ?? "",
            issue.User?.Login,
            At(issue.CreatedAt),
            issue.ClosedAt is { } closed ? At(closed) : null,
            issue.HtmlUrl,
            [.. issue.Labels.Select(label => label.Name)],
            FormDefinition.None,
            [.. comments.Select(comment => Record(comment, writers, comment.Id == status?.Id))],
            [.. timeline.Where(item => item is { Event: not null and not "commented", CreatedAt: not null })
                .Select(item => Record(item, issue, pulls, writers))]);
    }

    public async Task<ExistingState> ReadExistingAsync(IncidentRecord record, string path, CancellationToken cancellation)
    {
        var number = record.Number!.Value;
        var (pulls, status) = readings[number];
        var followUpsTask = FindFollowUpsAsync(number, record.CreatedAt, cancellation);

        var pull = pulls.FirstOrDefault(candidate => candidate.State == "open") ?? (pulls.Count > 0 ? pulls[0] : null);
        var existing = pull is null ? null : new ExistingPullRequest(
            pull.Number,
            pull.MergedAt is not null ? PullRequestState.Merged : pull.State == "open" ? PullRequestState.Open : PullRequestState.Closed,
            await identity.IsAsync(pull.User, cancellation) ? pull.Body ?? "" : "");

        var branch = existing is null or { State: PullRequestState.Open }
            ? pull?.Head.Sha ?? (await client.GetReferenceAsync($"heads/{new PostmortemBranch(number)}", cancellation))?.Target.Sha
            : null;

        // What our pull request does not note, because there is none or a person opened it, the branches have to tell.
        var messageTask = existing?.Marker is null && branch is not null ? MessageAsync(branch, cancellation) : Task.FromResult<string?>(null);
        var isTaken = existing?.Marker is null && await client.GetFileAsync(path, baseCommit, cancellation) is not null;
        var file = ExistingState.PathOf(path, number, existing, isTaken);
        var documentTask = branch is null ? Task.FromResult<string?>(null) : client.GetFileAsync(file, branch, cancellation);
        await Task.WhenAll(followUpsTask, documentTask, messageTask);
        return new(
            baseCommit,
            isTaken,
            branch,
            await messageTask,
            await documentTask,
            existing,
            await followUpsTask,
            status is null ? null : new(status.Id, status.Body ?? ""));
    }

    private async Task<string?> MessageAsync(string commit, CancellationToken cancellation) =>
        (await client.GetCommitAsync(commit, cancellation)).Message;

    private async Task<Comment?> FindStatusAsync(int number, IReadOnlyList<Comment> comments, CancellationToken cancellation)
    {
        foreach (var comment in comments)
        {
            if (Marker.TryFind(comment.Body, Marker.Status, out var marker) && marker["incident"] == Text(number)
                && await identity.IsAsync(comment.User, cancellation))
            {
                return comment;
            }
        }

        return null;
    }

    /// <summary>The follow-up issues of the incident, by the markers in bodies that we wrote. They are younger than the incident.</summary>
    private async Task<IReadOnlyDictionary<string, int>> FindFollowUpsAsync(int number, Instant? since, CancellationToken cancellation)
    {
        var issues = await client.ListIssuesAsync([DesiredState.FollowUpLabel], since?.ToDateTimeOffset(), cancellation);
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var issue in issues.OrderBy(issue => issue.Number))
        {
            if (issue.PullRequest is null && Marker.TryFind(issue.Body, Marker.FollowUp, out var marker)
                && marker["incident"] == Text(number) && marker["task"] is { } task && await identity.IsAsync(issue.User, cancellation))
            {
                found.TryAdd(task, issue.Number);
            }
        }

        return found;
    }

    /// <summary>The people of whom it matters whether they may write: who commented, and who opened a pull request that mentions the incident.</summary>
    private static IEnumerable<Account?> Speakers(IEnumerable<Comment> comments, IEnumerable<TimelineItem> timeline, RunSettings settings)
    {
        var isWritersOnly = settings.Authors == AuthorRule.Writers;
        var mentions = timeline.Where(item => isWritersOnly && item is { Event: "cross-referenced", Source.Issue.PullRequest: not null });
        var said = isWritersOnly && settings.Comments != CommentRule.None ? comments : comments.Where(MayCommand);
        return mentions.Select(item => item.Actor).Concat(said.Select(comment => comment.User));
    }

    /// <summary>A line that begins with a slash may be a command, and commands are obeyed only from those who may write, whatever the settings say.</summary>
    private static bool MayCommand(Comment comment) => PlainText.Clean(comment.Body ?? "").Split('\n').Any(line => line.StartsWith('/'));

    /// <summary>Whether the issue is in this repository: a transferred one is answered from where it went.</summary>
    private bool IsHere(Issue issue) =>
        Uri.TryCreate(issue.HtmlUrl, UriKind.Absolute, out var address)
        && address.AbsolutePath.StartsWith($"/{repository.FullName}/", StringComparison.OrdinalIgnoreCase);

    private static CommentRecord Record(Comment comment, IReadOnlySet<string> writers, bool ours) => new(
        comment.Id,
        comment.User?.Login ?? "ghost",
        comment.User?.IsBot ?? false,
        comment.User is { } user && writers.Contains(user.Login),
        comment.Body ?? "",
        At(comment.CreatedAt),
        At(comment.UpdatedAt),
        comment.HtmlUrl,
        comment.Minimized is not null,
        ours)
    {
        Reactions = comment.ReactionKinds(),
    };

    private static EventRecord Record(TimelineItem item, Issue issue, IReadOnlyList<PullRequest> ours, IReadOnlySet<string> writers)
    {
        var source = item.Event == "cross-referenced" && item.Source?.Issue is { PullRequest: not null } pull ? pull : null;
        return new(
            item.Event!,
            item.Actor?.Login,
            item.Actor?.IsBot ?? false,
            At(item.CreatedAt!.Value),
            source?.HtmlUrl ?? (item.Id is { } id ? $"{issue.HtmlUrl}#event-{id.ToString(CultureInfo.InvariantCulture)}" : issue.HtmlUrl),
            item.Label?.Name,
            item.Assignee?.Login,
            source is null ? null : new(source.Number, source.Title, source.HtmlUrl, ours.Any(own => own.HtmlUrl == source.HtmlUrl)),
            source is null || (item.Actor is { } actor && writers.Contains(actor.Login)));
    }

    private static Instant At(DateTimeOffset time) => Instant.FromDateTimeOffset(time);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Reading(IReadOnlyList<PullRequest> Pulls, Comment? Status);
}
