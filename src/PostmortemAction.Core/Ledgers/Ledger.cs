using System.Text.Json;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Ledgers;

/// <summary>
/// What we know of what we made for one incident, or for the repository as a whole: identity, so that nothing is made twice, and what we last wrote, so that people's changes are seen.
/// It stands in the message of a commit under a ref of our own, which moves only forward; the commit's tree holds the document as we last composed it.
/// </summary>
/// <param name="Incident">The incident's number; null for the repository's own ledger.</param>
/// <param name="Run">The run that is at work; null at rest.</param>
/// <param name="Path">Where the document is; null before there is one.</param>
/// <param name="Document">The <see cref="Plans.Fingerprint"/> of the document as we last composed it.</param>
/// <param name="Commit">The last commit that we made on the branch.</param>
/// <param name="Events">How many events of the incident we saw last: an answer with fewer may be a stale one.</param>
public sealed record Ledger(
    int? Incident,
    LedgerRun? Run,
    string? Path,
    string? Document,
    string? Commit,
    int Events,
    LedgerPullRequest? PullRequest,
    LedgerComment? Status,
    IReadOnlyList<LedgerFollowUp> FollowUps)
{
    /// <summary>The <see cref="Plans.Fingerprint"/> of what was said on the incident, and by whom, when <see cref="Writers"/> were asked for.</summary>
    public string? Said { get; init; }

    /// <summary>Where somebody said that no postmortem is needed, when we closed the pull request for it.</summary>
    public string? SkippedBy { get; init; }

    /// <summary>Whether the incident got the label of a published postmortem; a person who takes it off again is right.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Who of those that spoke might write then. Where nothing was said since, nobody is asked for again.</summary>
    public IReadOnlyList<string>? Writers { get; init; }

    /// <summary>Of the repository's own ledger: what the index's branch is made from; null before there is one.</summary>
    public LedgerIndex? Index { get; init; }

    /// <summary>Of the repository's own ledger: the digest issue; null before there is one.</summary>
    public LedgerIssue? Digest { get; init; }

    /// <summary>Repositories that refused; null where none did.</summary>
    public IReadOnlyList<LedgerRefusal>? Refusals { get; init; }

    private const string Title = "Ledger of ";

    public static Ledger Empty(int? incident) => new(incident, null, null, null, null, 0, null, null, []);

    /// <summary>As a commit's message.</summary>
    public override string ToString() => $"{Title}{(Incident is null ? "" : "the postmortem of ")}{new LedgerRef(Incident).Subject}\n\n{JsonSerializer.Serialize(this, LedgerJson.Default.Ledger)}\n";

    /// <summary>The ledger of a message; null when it is not one that we wrote.</summary>
    public static Ledger? Parse(string message, int? incident)
    {
        var json = message.IndexOf('{', StringComparison.Ordinal);
        if (json < 0 || !message.StartsWith(Title, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var ledger = JsonSerializer.Deserialize(message[json..], LedgerJson.Default.Ledger);
            return ledger is not null && ledger.Incident == incident && ledger.IsWhole ? ledger : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a repository answered last; null where it refused nothing.</summary>
    public LedgerRefusal? Refusal(string repository) => Refusals?.FirstOrDefault(refusal => Same(refusal.Repository, repository));

    /// <summary>The same with what a repository answered now.</summary>
    /// <param name="refusal">Null where it let us.</param>
    public Ledger With(string repository, LedgerRefusal? refusal)
    {
        List<LedgerRefusal> all = [.. (Refusals ?? []).Where(other => !Same(other.Repository, repository)), .. refusal is null ? [] : (LedgerRefusal[])[refusal]];
        return this with { Refusals = all.Count == 0 ? null : all };
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reading JSON leaves out what is missing; and no two follow-ups are one task's.</summary>
    private bool IsWhole =>
        FollowUps is not null
        && FollowUps.All(followUp => followUp is { Task: not null, Text: not null, Number: > 0 } && (followUp.Repository is null || GitHubNames.IsRepository(followUp.Repository)))
        && Refusals?.All(refusal => refusal is { Repository: not null, Reason: not null, On: not null }) != false
        && FollowUps.DistinctBy(followUp => followUp.Task).Count() == FollowUps.Count
        && Run is null or { Id: not null, Intents: not null }
        && Run?.Intents.Contains(null!) != true;

    public bool Equals(Ledger? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
