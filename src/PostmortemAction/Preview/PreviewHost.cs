using System.Globalization;
using NodaTime;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Hosting;

namespace PostmortemAction.Preview;

/// <summary>
/// A local folder in place of GitHub. Changes are kept in memory: issues get the numbers after the incident's and those of the pull requests
/// that it knows, the pull request the next one, and a second run finds what the first one made.
/// </summary>
public sealed class PreviewHost(IncidentRecord record, Func<string, string?> readFile, Func<string, IReadOnlyList<string>>? listFiles = null) : IRepositoryHost
{
    private const string BaseCommit = "0000000000000000000000000000000000000000";
    private readonly Dictionary<string, string> files = [];
    private ExistingState? state;

    public RepositoryInfo Repository => Scenario.Repository;

    /// <summary>What the changes made, as files to look at: name and text.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellation) => Task.FromResult(readFile(path));

    public Task<IReadOnlyList<string>> ListFilesAsync(string folder, CancellationToken cancellation) => Task.FromResult(listFiles?.Invoke(folder) ?? []);

    public Task<IReadOnlySet<string>?> ListPathsAsync(string? commit, CancellationToken cancellation) => Task.FromResult<IReadOnlySet<string>?>(null);

    public Task<IncidentStanding> GlanceAsync(int number, CancellationToken cancellation) => Task.FromResult(new IncidentStanding(record.Labels, HasPostmortem: false));

    public Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, Action<IEnumerable<string>> meanwhile, CancellationToken cancellation) => Task.FromResult(record);

    public Task<ExistingState> ReadExistingAsync(int number, string path, RepositoryList repositories, DateTimeZone? calendar, CancellationToken cancellation) =>
        Task.FromResult(state ??= ExistingState.Nothing(BaseCommit, number));

    public Task PrepareAsync(Plan draft, ExistingState existing, CancellationToken cancellation) => Task.CompletedTask;

    public Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation)
    {
        var known = new Dictionary<string, string>();
        var (ledger, current) = (existing.Ledger, existing);
        var next = record.Events.Select(item => item.PullRequest?.Number ?? 0).Append(plan.Incident).Max() + ledger.FollowUps.Count + 1;
        foreach (var change in plan.Changes)
        {
            switch (change)
            {
                case CreateFollowUp { FollowUp: var made }:
                    known[LateReference.FollowUp(made.Key)] = Text(next);
                    files[$"follow-ups/{Text(next)}.md"] = $"# {made.Title}\n\n{OwnBlock.Wrap(made.Block)}\n";
                    ledger = ledger with { FollowUps = [.. ledger.FollowUps, new(made.Key, made.Text, next, next, made.Title, OwnBlock.Sum(made.Block), true) { Repository = made.Repository }] };
                    next++;
                    break;
                case CommitDocument commit:
                    var text = LateReference.Resolve(commit.Text, known);
                    files["document.md"] = text;
                    current = current with { BranchCommit = BaseCommit, BranchDocument = text, LastDocument = text };
                    ledger = ledger with { Path = commit.Path, Document = Fingerprint.Of(text), Commit = BaseCommit };
                    break;
                case OpenPullRequest open:
                    known[LateReference.PullRequest] = Repository.PullRequestLink(next);
                    var block = LateReference.Resolve(open.Block, known);
                    files["pull-request.md"] = $"# {open.Title}\n\n{OwnBlock.Wrap(block)}\n";
                    current = current with { PullRequest = new(next, PullRequestState.Open, true, open.Title, OwnBlock.Wrap(block), null, BaseCommit) };
                    ledger = ledger with { PullRequest = new(next, open.Title, OwnBlock.Sum(block), true) };
                    break;
                case CreateStatusComment create:
                    var status = LateReference.Resolve(create.Block, known);
                    files["status-comment.md"] = OwnBlock.Wrap(status) + "\n";
                    current = current with { Status = new(1, OwnBlock.Wrap(status)) };
                    ledger = ledger with { Status = new(1, OwnBlock.Sum(status)) };
                    break;
                default:
                    // Nobody but us writes into the memory of a preview, so nothing is ever to be brought up to date.
                    throw new InvalidOperationException($"The preview does not know {change.GetType().Name}.");
            }
        }

        state = current with { Ledger = ledger };
        var operation = plan.Changes.Any(change => change is OpenPullRequest) ? PullRequestOperation.Created : PullRequestOperation.Unchanged;
        return Task.FromResult(Outcome.Of(state, plan) with { Operation = operation, Made = plan.Changes.Count, NotMade = 0 });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
