using System.Globalization;
using NodaTime;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using Comment = PostmortemAction.GitHub.Comment;

namespace PostmortemAction.Hosting;

/// <summary>Reads what GitHub holds about an incident.</summary>
public sealed class IncidentSource(IGitHubClient client, FirstLook look, OwnWork work, LedgerStore ledgers, IndexSource index, RepositoryInfo repository, string baseCommit, TimeProvider time, Action<string> tell)
{
    private readonly HashSet<int> begun = [];

    /// <summary>What comes with the question that a run begins with, as a rule.</summary>
    /// <exception cref="Core.Problems.ProblemException">There is no such issue here, or it is a pull request.</exception>
    public async Task<IncidentGlance> GlanceAsync(int number, CancellationToken cancellation)
    {
        if (!begun.Add(number))
        {
            look.Forget();
        }

        await look.TurnToAsync(client, number, cancellation);

        // First of all: what was read before another run let go would be out of date.
        var head = await ledgers.ReadAsync(new(number), cancellation);
        var comments = look.TakeComments(number);
        var issueTask = look.TakeIssue(number) is { } seen ? Task.FromResult<Issue?>(seen) : client.GetIssueAsync(number, cancellation);
        var pullsTask = ListPullsAsync(number, head.Ledger?.PullRequest, cancellation);
        await Task.WhenAll(issueTask, pullsTask);

        var issue = await issueTask ?? throw GitHubProblem.IssueMissing(number);
        if (work.KeyOf(issue) != new IssueKey(null, number))
        {
            throw GitHubProblem.IssueTransferred(number, issue.HtmlUrl, repository);
        }

        return issue.PullRequest is null ? new(head, issue, await pullsTask, comments) : throw GitHubProblem.IsPullRequest(number);
    }

    /// <param name="meanwhile">Given what people say in comments as soon as it is there, while more is asked for.</param>
    public async Task<IncidentReading> ReadAsync(IncidentGlance glance, RunSettings settings, Action<IEnumerable<string>> meanwhile, CancellationToken cancellation)
    {
        var (head, issue, pulls, given) = glance;
        var first = given is null ? null : await given;
        var number = issue.Number;
        var known = head.Ledger ?? Ledger.Empty(number);

        var commentsTask = first is not null && first.Count == issue.Comments ? Task.FromResult(first)
            : client.ListCommentsAsync(number, null, cancellation, new Progress("reading comments", issue.Comments, 300, tell).Add, issue.Comments);
        var timelineTask = client.ListTimelineAsync(number, cancellation);
        var documentTask = DocumentAsync(known, pulls, cancellation);
        var indexTask = index.ReadAsync(settings, cancellation);
        var groundTask = GroundAsync(known, issue, settings, cancellation);
        var writers = new Writers(client);
        if (first is not null && known.Writers is null)
        {
            writers.Ask(Speakers(first, [], settings), cancellation);
        }

        meanwhile(Said(first ?? []));
        await Task.WhenAll(commentsTask, timelineTask, documentTask, groundTask, indexTask);

        var comments = await CompleteAsync(await commentsTask, issue.Comments, () => client.ListCommentsAsync(number, null, cancellation), cancellation);
        var timeline = await CompleteAsync(
            await timelineTask, Math.Max(known.Events, Math.Min(issue.Labels.Count, 1)), () => client.ListTimelineAsync(number, cancellation), cancellation);
        var statuses = await work.StatusesAsync(number, comments, cancellation);

        var speakers = Speakers(comments.Where(comment => comment.Minimized is null && !statuses.Contains(comment)), timeline, settings);
        var sum = Sum(comments.Where(comment => !statuses.Contains(comment)), speakers);
        var allowedTask = known is { Writers: { } asked } && known.Said == sum ? Task.FromResult<IReadOnlySet<string>>(asked.ToHashSet()) : writers.OfAsync(speakers, cancellation);
        meanwhile(Said(comments));
        var allowed = await allowedTask;
        var record = new IncidentRecord(
            number,
            issue.Title,
            issue.Body ?? "",
            issue.User?.Login,
            At(issue.CreatedAt),
            issue.ClosedAt is { } closed ? At(closed) : null,
            issue.HtmlUrl,
            [.. issue.Labels.Select(label => label.Name)],
            FormDefinition.None,
            [.. comments.Select(comment => Record(comment, allowed, statuses.Contains(comment)))],
            [.. timeline.Where(item => item is { Event: not null and not "commented", CreatedAt: not null })
                .Select(item => Record(item, issue, pulls, allowed))])
        {
            Repository = repository.FullName,
        };
        return new(head, record, issue.NodeId, pulls, statuses, timeline, sum, allowed, await documentTask, await groundTask, await indexTask);
    }

    /// <summary>What stands where a first document is likely to go: in the folder of the year in which the incident was filed.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<TreeItem>>> GroundAsync(Ledger known, Issue issue, RunSettings settings, CancellationToken cancellation)
    {
        if (known.Path is not null)
        {
            return new Dictionary<string, IReadOnlyList<TreeItem>>();
        }

        var folders = DocumentGround.Folders(DocumentPath.Likely(settings.Directory, issue.CreatedAt.Year));
        return look.Trees(folders) ?? folders.Zip(await client.ListTreesAsync(folders, baseCommit, cancellation), KeyValuePair.Create).ToDictionary();
    }

    /// <summary>The document as it stands in the open pull request: it will be needed, and its place is known.</summary>
    private async Task<DocumentReading?> DocumentAsync(Ledger known, IReadOnlyList<PullRequest> pulls, CancellationToken cancellation) =>
        known.Path is { } path && OwnWork.Current(pulls) is { State: "open", Head.Sha: var commit }
            ? new(path, commit, await client.GetFileAsync(path, commit, cancellation)) : null;

    /// <summary>The pull requests of our branch; a list may lag, so the one that we know of is asked for by its number.</summary>
    private async Task<IReadOnlyList<PullRequest>> ListPullsAsync(int number, LedgerPullRequest? known, CancellationToken cancellation)
    {
        var pulls = look.TakePulls(new PostmortemBranch(number).ToString()) ?? await client.ListPullRequestsAsync(new PostmortemBranch(number).ToString(), cancellation);
        return known is { Number: var ours } && pulls.All(pull => pull.Number != ours)
            && await client.GetPullRequestAsync(ours, cancellation) is { } pull ? [pull, .. pulls] : pulls;
    }

    /// <summary>A list with less in it than there must be may be an old one; it is asked for again, and then believed.</summary>
    private async Task<IReadOnlyList<T>> CompleteAsync<T>(
        IReadOnlyList<T> list, int expected, Func<Task<IReadOnlyList<T>>> read, CancellationToken cancellation)
    {
        foreach (var seconds in (int[])[2, 4])
        {
            if (list.Count >= expected)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellation);
            list = await read();
        }

        return list;
    }

    /// <summary>The people, no bots, of whom it matters whether they may write: who commented, and who opened a pull request that mentions the incident.</summary>
    private static List<string> Speakers(IEnumerable<Comment> comments, IEnumerable<TimelineItem> timeline, RunSettings settings)
    {
        var isWritersOnly = settings.Authors == AuthorRule.Writers;
        var mentions = timeline.Where(item => isWritersOnly && item is { Event: "cross-referenced", Source.Issue.PullRequest: not null });
        var said = isWritersOnly && settings.Comments != CommentRule.None ? comments : comments.Where(MayCommand);
        return [.. mentions.Select(item => item.Actor).Concat(said.Select(comment => comment.User)).OfType<Account>().Where(account => !account.IsBot).Select(account => account.Login).Distinct()];
    }

    /// <summary>Changes with every word that somebody says, changes or takes back, and with everybody whose permission matters.</summary>
    private static string Sum(IEnumerable<Comment> comments, IEnumerable<string> speakers) => Fingerprint.Of(string.Join(
        '\n',
        comments.Select(comment => string.Create(CultureInfo.InvariantCulture, $"{comment.Id} {comment.UpdatedAt:O} {comment.Minimized is not null} {Fingerprint.Of(comment.Body ?? "")}"))
            .Concat(speakers)));

    private static IEnumerable<string> Said(IEnumerable<Comment> comments) =>
        comments.Where(comment => comment is { User.IsBot: not true, Minimized: null }).Select(comment => comment.Body ?? "");

    /// <summary>A line that begins with a slash may be a command, and commands are obeyed only from those who may write, whatever the settings say.</summary>
    private static bool MayCommand(Comment comment) => PlainText.Clean(comment.Body ?? "").Split('\n').Any(line => line.StartsWith('/'));

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
}
