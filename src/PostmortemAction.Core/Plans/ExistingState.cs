using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Reminders;

namespace PostmortemAction.Core.Plans;

/// <summary>What GitHub holds of ours for one incident.</summary>
/// <param name="BaseCommit">The commit of the default branch at which everything was read.</param>
/// <param name="BaseHasDocument">Whether the default branch has a file where the document would go; asked only before we wrote one.</param>
/// <param name="Ledger">What we know of it, completed by what was found where the ledger itself was missing or left behind.</param>
/// <param name="IsLedgerBehind">Whether the ledger on GitHub does not say so yet.</param>
/// <param name="BranchCommit">The head of our branch; null when there is none.</param>
/// <param name="BranchDocument">The document's text on our branch; null when it is not there.</param>
/// <param name="LastDocument">The document as we last composed it; null when that is not known.</param>
/// <param name="Status">Our status comment; null when there is none, be it that a person deleted it.</param>
public sealed record ExistingState(
    string BaseCommit,
    bool BaseHasDocument,
    Ledger Ledger,
    bool IsLedgerBehind,
    string? BranchCommit,
    string? BranchDocument,
    string? LastDocument,
    ExistingPullRequest? PullRequest,
    ExistingComment? Status,
    IReadOnlyList<Duplicate> Duplicates)
{
    /// <summary>Whether follow-up issues are closed, as far as it is known.</summary>
    public IReadOnlyDictionary<IssueKey, bool> IsClosed { get; init; } = new Dictionary<IssueKey, bool>();

    /// <summary>Follow-up issues that are closed because nobody is to do them.</summary>
    public IReadOnlySet<IssueKey> Dropped { get; init; } = new HashSet<IssueKey>();

    /// <summary>Who is assigned to follow-up issues, by their numbers, as far as it is known.</summary>
    public IReadOnlyDictionary<IssueKey, IReadOnlyList<string>> Assignees { get; init; } = new Dictionary<IssueKey, IReadOnlyList<string>>();

    /// <summary>What the index on the default branch says of earlier postmortems.</summary>
    public ArchiveCache Archive { get; init; } = ArchiveCache.Empty;

    /// <summary>The day, where it is time for reminders; null in other runs.</summary>
    public LocalDate? Today { get; init; }

    /// <summary>What was said on the open follow-ups whose date is near or past; read only where it is time for reminders.</summary>
    public IReadOnlyDictionary<IssueKey, FollowUpTalk> Talk { get; init; } = new Dictionary<IssueKey, FollowUpTalk>();

    /// <summary>The day by the server's clock, in UTC; null where it has not told its time.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether another incident's postmortem came to stand on the default branch where ours is on its way to.</summary>
    public bool IsOvertaken { get; init; }

    /// <summary>Whether the document on our branch is no text that could be written back, such as one that was saved as Windows-1252.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether a person started the run by hand: then what was refused today is tried again.</summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>The follow-up issues, by task key.</summary>
    public IReadOnlyDictionary<string, IssueKey> FollowUps => Ledger.FollowUps.ToDictionary(followUp => followUp.Task, followUp => followUp.Issue);

    /// <summary>Whether a repository refused what we wanted, and is left alone until another day.</summary>
    public bool IsRefused(string? repository) => repository is not null && !IsAskedAgain && Ledger.Refusal(repository) is { } refusal
        && (Day is not { } day || refusal.On == LocalDatePattern.Iso.Format(day));

    /// <summary>Whether what somebody said in a comment keeps the postmortem away: not once it is published, nor where a person opened the pull request again.</summary>
    public bool IsSkipped(string source) => PullRequest?.State switch
    {
        PullRequestState.Merged => false,
        PullRequestState.Open => Ledger.SkippedBy != source,
        _ => true,
    };

    /// <summary>The document's path: once it is written it stays; where another incident's file stands it gets the number.</summary>
    public string PathOf(string path) => PathOf(path, Ledger, BaseHasDocument);

    /// <inheritdoc cref="PathOf(string)"/>
    public static string PathOf(string path, Ledger ledger, bool baseHasDocument) =>
        ledger.Path ?? (baseHasDocument ? DocumentPath.WithNumber(path, ledger.Incident!.Value) : path);

    /// <summary>A repository in which we never wrote.</summary>
    public static ExistingState Nothing(string baseCommit, int incident) =>
        new(baseCommit, false, Ledger.Empty(incident), false, null, null, null, null, null, []);
}
