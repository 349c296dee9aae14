using PostmortemAction.Core.Ledgers;
using PostmortemAction.Core.Plans;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>
/// The answer to the one question that a run begins with. What stands at a commit holds for the whole run; what changes on GitHub is given out once,
/// and not at all after another run was waited for.
/// </summary>
/// <param name="incident">The incident that was asked for; null for none.</param>
/// <param name="branch">The branch whose pull requests were asked for; null for none.</param>
/// <param name="comments">Of the incident; null where they were not asked for.</param>
public sealed class FirstLook(RepositoryAnswer? answer, int? incident, string? branch, Task<IReadOnlyList<Comment>>? comments)
{
    /// <summary>So many come with an answer.</summary>
    private const int GivenComments = 100;

    private int? incident = incident;
    private string? branch = branch;
    private readonly Dictionary<string, string?> files = answer is null ? []
        : answer.Files.Concat(answer.Folders.Values.SelectMany(folder => folder).Where(file => file.Text is not null).Select(file => KeyValuePair.Create(file.Path, file.Text)))
            .DistinctBy(file => file.Key).ToDictionary();

    private Dictionary<string, GitCommit?> references = answer?.References.ToDictionary() ?? [];
    private IReadOnlyList<PullRequest>? pulls = answer?.Pulls;
    private Issue? issue = answer?.Issue;
    private Task<IReadOnlyList<Comment>>? comments = comments ?? Given(answer);

    /// <summary>Asks for all that a run reads first. More comments than come with an answer are read beside it.</summary>
    /// <param name="places">What is wanted of the default branch, and the incident.</param>
    /// <param name="isRepository">Whether the run is for the repository's index and digest alone.</param>
    /// <param name="comments">How many the incident has, where all of them will be read; 0 where that is not known.</param>
    /// <param name="tell">Told how far long work is.</param>
    public static async Task<FirstLook> TakeAsync(IGitHubClient client, RepositoryQuestion places, bool isRepository, int comments, Action<string> tell, CancellationToken cancellation)
    {
        var branch = places.Issue is null && !isRepository ? null : Branch(places.Issue);
        var all = places.Issue is { } incident && comments > GivenComments
            ? client.ListCommentsAsync(incident, null, cancellation, new Progress("reading comments", comments, 300, tell).Add, comments) : null;
        try
        {
            return new(await client.AskAsync(Question(places, branch) with { WithComments = all is null }, cancellation), places.Issue, branch, all);
        }
        finally
        {
            // Nothing is left on its way; what went wrong with it is told where it is needed.
            await ((Task?)all ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Turns to another incident: what there is of it is asked for, in one question too.</summary>
    /// <param name="number">Null for the repository as a whole.</param>
    public async Task TurnToAsync(IGitHubClient client, int? number, CancellationToken cancellation)
    {
        if (branch == Branch(number) || answer is null)
        {
            return;
        }

        Forget();
        (incident, branch) = (number, Branch(number));
        if (await client.AskAsync(Question(RepositoryQuestion.Of(number), branch), cancellation) is { } other)
        {
            (references, pulls, issue, comments) = (other.References.ToDictionary(), other.Pulls, other.Issue, Given(other));
        }
    }

    public string? Login => answer?.Login;

    public string? DefaultBranch => answer?.DefaultBranch;

    /// <summary>The last commit of the default branch.</summary>
    public GitCommit? Base => answer?.Base;

    /// <returns>Whether it is known what the file holds, or that there is none.</returns>
    public bool TryFile(string path, out string? text) => files.TryGetValue(path, out text);

    /// <summary>The paths of the folder's files; null where that is not known.</summary>
    public IReadOnlyList<string>? Folder(string path) =>
        answer is not null && answer.Folders.TryGetValue(path, out var found) ? [.. found.Select(file => file.Path)] : null;

    /// <summary>Names and modes in the folders; null where not all of them are known.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TreeItem>>? Trees(IReadOnlyList<string> paths) =>
        answer is not null && paths.All(answer.Trees.ContainsKey) ? paths.ToDictionary(path => path, path => answer.Trees[path]) : null;

    /// <returns>Whether the reference was looked at, and what it points at is still to be taken.</returns>
    public bool TryTakeReference(string name, out GitCommit? commit) => references.Remove(name, out commit);

    public IReadOnlyList<PullRequest>? TakePulls(string of) => of == branch ? Interlocked.Exchange(ref pulls, null) : null;

    /// <summary>Null where it is not known, also whether there is none.</summary>
    public Issue? TakeIssue(int of) => of == incident ? Interlocked.Exchange(ref issue, null) : null;

    /// <summary>The incident's, or the first hundred of them; null where they were not asked for.</summary>
    public Task<IReadOnlyList<Comment>>? TakeComments(int of) => of == incident ? Interlocked.Exchange(ref comments, null) : null;

    private static Task<IReadOnlyList<Comment>>? Given(RepositoryAnswer? answer) => answer?.Comments is { } first ? Task.FromResult(first) : null;

    private static string Branch(int? incident) => incident is { } number ? new PostmortemBranch(number).ToString() : IndexBranch.Name;

    private static RepositoryQuestion Question(RepositoryQuestion places, string? branch)
    {
        var ledger = new LedgerRef(places.Issue);
        return branch is null ? places : places with { References = [ledger.ToString(), ledger.Fallback, $"heads/{branch}"], Branch = branch };
    }

    /// <summary>What may have changed meanwhile is to be asked for anew.</summary>
    public void Forget()
    {
        references.Clear();
        (pulls, issue, comments) = (null, null, null);
    }
}
