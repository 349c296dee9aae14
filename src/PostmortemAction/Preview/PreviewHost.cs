using System.Globalization;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;
using PostmortemAction.Hosting;

namespace PostmortemAction.Preview;

/// <summary>
/// A local folder in place of GitHub. Changes are kept in memory: issues get the numbers after the incident's, the pull request the next one,
/// and a second run finds what the first one made.
/// </summary>
public sealed class PreviewHost(IncidentRecord record, Func<string, string?> readFile) : IRepositoryHost
{
    private const string BaseCommit = "0000000000000000000000000000000000000000";
    private readonly Dictionary<string, string> files = [];
    private ExistingState state = ExistingState.Nothing(BaseCommit);

    public RepositoryInfo Repository => Scenario.Repository;

    /// <summary>What the changes made, as files to look at: name and text.</summary>
    public IReadOnlyDictionary<string, string> Files => files;

    public Task<string?> ReadFileAsync(string path, CancellationToken cancellation) => Task.FromResult(readFile(path));

    public Task<IReadOnlyList<string>> ListFilesAsync(string folder, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, CancellationToken cancellation) => Task.FromResult(record);

    public Task<ExistingState> ReadExistingAsync(IncidentRecord record, string path, CancellationToken cancellation) => Task.FromResult(state);

    public Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation)
    {
        var known = state.FollowUps.ToDictionary(followUp => LateReference.FollowUp(followUp.Key), followUp => Text(followUp.Value));
        var issues = new Dictionary<string, int>(state.FollowUps);
        var next = plan.Incident + issues.Count + 1;
        foreach (var change in plan.Changes)
        {
            switch (change)
            {
                case CreateFollowUp create:
                    issues[create.FollowUp.Key] = next;
                    known[LateReference.FollowUp(create.FollowUp.Key)] = Text(next);
                    files[$"follow-ups/{Text(next)}.md"] = $"# {create.FollowUp.Title}\n\n{LateReference.Resolve(create.FollowUp.Body, known)}\n";
                    next++;
                    break;
                case CommitDocument commit:
                    var text = LateReference.Resolve(commit.Text, known);
                    files["document.md"] = text;
                    known[LateReference.Document] = Fingerprint.Of(text);
                    state = state with { BranchCommit = BaseCommit, BranchDocument = text };
                    break;
                case OpenPullRequest open:
                    known[LateReference.PullRequest] = Repository.PullRequestLink(next);
                    var body = LateReference.Resolve(open.Body, known);
                    files["pull-request.md"] = $"# {open.Title}\n\n{body}\n";
                    state = state with { PullRequest = new(next, PullRequestState.Open, body) };
                    break;
                case UpdatePullRequest update:
                    state = state with { PullRequest = state.PullRequest! with { Body = LateReference.Resolve(update.Body, known) } };
                    files["pull-request.md"] = state.PullRequest!.Body + "\n";
                    break;
                case CreateStatusComment create:
                    SetStatus(LateReference.Resolve(create.Body, known));
                    break;
                case UpdateStatusComment update:
                    SetStatus(LateReference.Resolve(update.Body, known));
                    break;
                default:
                    throw new InvalidOperationException($"The preview does not know {change.GetType().Name}.");
            }
        }

        state = state with { FollowUps = issues };
        var operation = plan.Changes.Any(change => change is OpenPullRequest) ? PullRequestOperation.Created
            : plan.Changes.Any(change => change is CommitDocument or UpdatePullRequest) ? PullRequestOperation.Updated
            : PullRequestOperation.Unchanged;
        return Task.FromResult(new Outcome(state.PullRequest?.Number, operation, issues, plan.Changes.Count > 0, []));
    }

    private void SetStatus(string body)
    {
        state = state with { Status = new(1, body) };
        files["status-comment.md"] = body + "\n";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
