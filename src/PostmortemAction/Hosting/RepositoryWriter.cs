using System.Globalization;
using System.Net;
using PostmortemAction.Core.Bodies;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Applies a plan, change by change, in its order. It decides nothing but how to go on where the server lacks or forbids something.</summary>
public sealed class RepositoryWriter(IGitHubClient client, RepositoryInfo repository)
{
    public Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation) =>
        new Application(client, repository, plan, existing).RunAsync(cancellation);

    /// <summary>One plan on its way.</summary>
    private sealed class Application(IGitHubClient client, RepositoryInfo repository, Plan plan, ExistingState existing)
    {
        private readonly Dictionary<string, int> followUps = new(existing.FollowUps);
        private readonly Dictionary<string, string> known = existing.FollowUps.ToDictionary(
            followUp => LateReference.FollowUp(followUp.Key), followUp => Text(followUp.Value));

        private readonly List<Problem> problems = [];
        private int? pullRequest = existing.PullRequest?.Number;
        private PullRequestOperation operation = existing.PullRequest is null ? PullRequestOperation.None : PullRequestOperation.Unchanged;
        private bool hasSubIssues = true;
        private int made;

        public async Task<Outcome> RunAsync(CancellationToken cancellation)
        {
            try
            {
                foreach (var change in plan.Changes)
                {
                    await ApplyAsync(change, cancellation);
                }
            }
            catch (GitHubException e)
            {
                // What is made is told all the same, and the next run goes on from there.
                problems.Add(GitHubProblem.Of(e));
            }

            return new(pullRequest, operation, followUps, made > 0, problems) { NotMade = plan.Changes.Count - made };
        }

        private Task ApplyAsync(Change change, CancellationToken cancellation) => change switch
        {
            CreateFollowUp create => ApplyAsync(create, cancellation),
            CommitDocument commit => ApplyAsync(commit, cancellation),
            OpenPullRequest open => ApplyAsync(open, cancellation),
            UpdatePullRequest update => ApplyAsync(update, cancellation),
            CreateStatusComment create => ApplyAsync(create, cancellation),
            UpdateStatusComment update => ApplyAsync(update, cancellation),
            _ => throw new InvalidOperationException($"The writer does not know {change.GetType().Name}."),
        };

        private async Task ApplyAsync(CreateFollowUp change, CancellationToken cancellation)
        {
            var desired = change.FollowUp;
            var issue = await CreateIssueAsync(desired, cancellation);
            made++;
            followUps[desired.Key] = issue.Number;
            known[LateReference.FollowUp(desired.Key)] = Text(issue.Number);
            if (desired.Assignee is { } wanted && issue.Assignees?.Any(account => account.Login.Equals(wanted, StringComparison.OrdinalIgnoreCase)) != true)
            {
                problems.Add(Problem.Note(
                    "assignee-dropped",
                    $"GitHub did not assign {Quoted.Code(wanted)} to follow-up {issue.Number}.",
                    "Assign someone with access to the repository.",
                    issue.HtmlUrl));
            }

            await AttachAsync(issue, cancellation);
        }

        private async Task<Issue> CreateIssueAsync(DesiredFollowUp desired, CancellationToken cancellation)
        {
            var issue = new NewIssue(desired.Title, desired.Body, desired.Labels, desired.Assignee is { } login ? [login] : []);
            try
            {
                return await client.CreateIssueAsync(issue, cancellation);
            }
            catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity && issue.Assignees.Count > 0)
            {
                // Any word after an @ may stand for the owner; one who cannot be assigned must not cost the team the follow-up.
                return await client.CreateIssueAsync(issue with { Assignees = [] }, cancellation);
            }
        }

        private async Task AttachAsync(Issue issue, CancellationToken cancellation)
        {
            if (!hasSubIssues)
            {
                return;
            }

            try
            {
                await client.AddSubIssueAsync(plan.Incident, issue.Id, cancellation);
            }
            catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                // GitHub Enterprise Server has no such route in all versions.
                hasSubIssues = false;
                problems.Add(Problem.Note(
                    "sub-issues-missing",
                    "This server has no sub-issues, so the follow-ups are not attached to the incident.",
                    "Nothing is to be done: the follow-ups link the incident, and the document lists them."));
            }
            catch (GitHubException e) when (e.Status == HttpStatusCode.UnprocessableEntity)
            {
                problems.Add(Problem.Note(
                    "sub-issue-refused",
                    $"Follow-up {issue.Number} could not be attached to the incident: {Quoted.Code(e.Reason)}.",
                    "Attach it by hand if it matters; an incident holds 100 sub-issues at most.",
                    issue.HtmlUrl));
            }
        }

        private async Task ApplyAsync(CommitDocument change, CancellationToken cancellation)
        {
            var text = Resolve(change.Text);
            var parent = await client.GetCommitAsync(change.Parent, cancellation);
            var tree = await client.CreateTreeAsync(new(parent.Tree.Sha, [new(change.Path, "100644", "blob", text)]), cancellation);
            var commit = await client.CreateCommitAsync(new(change.Message, tree.Sha, [change.Parent]), cancellation);
            if (change.CreatesBranch)
            {
                await client.CreateReferenceAsync(new($"refs/heads/{change.Branch}", commit.Sha), cancellation);
            }
            else
            {
                await client.UpdateReferenceAsync($"heads/{change.Branch}", commit.Sha, cancellation);
            }

            made++;
            known[LateReference.Document] = Fingerprint.Of(text);
            operation = existing.PullRequest is null ? operation : PullRequestOperation.Updated;
        }

        private async Task ApplyAsync(OpenPullRequest change, CancellationToken cancellation)
        {
            try
            {
                var pull = await client.CreatePullRequestAsync(
                    new(change.Title, change.Branch.ToString(), repository.DefaultBranch, Resolve(change.Body)), cancellation);
                made++;
                pullRequest = pull.Number;
                operation = PullRequestOperation.Created;
                known[LateReference.PullRequest] = repository.PullRequestLink(pull.Number);
                await client.AddLabelsAsync(pull.Number, [change.Label], cancellation);
            }
            catch (GitHubException e) when (GitHubProblem.IsPullRequestsForbidden(e))
            {
                problems.Add(GitHubProblem.PullRequestsForbidden(repository, change.Branch));
                known[LateReference.PullRequest] = repository.OpenPullRequestLink(change.Branch);
            }
        }

        private async Task ApplyAsync(UpdatePullRequest change, CancellationToken cancellation)
        {
            await client.UpdatePullRequestAsync(change.Number, Resolve(change.Body), cancellation);
            made++;
            operation = PullRequestOperation.Updated;
        }

        private async Task ApplyAsync(CreateStatusComment change, CancellationToken cancellation)
        {
            await client.CreateCommentAsync(plan.Incident, Resolve(change.Body), cancellation);
            made++;
        }

        private async Task ApplyAsync(UpdateStatusComment change, CancellationToken cancellation)
        {
            // Only now is it known whether the comment changes: while opening pull requests is forbidden, it says so already.
            var body = Resolve(change.Body);
            if (OwnBlock.Normal(existing.Status!.Body) != body)
            {
                await client.UpdateCommentAsync(change.Id, body, cancellation);
                made++;
            }
        }

        /// <summary>Nothing unresolved may leave: it would show private-use characters to people.</summary>
        private string Resolve(string text)
        {
            var resolved = LateReference.Resolve(text, known);
            return LateReference.IsIn(resolved)
                ? throw new InvalidOperationException($"A planned text refers to what no change made: {LateReference.Describe(resolved)}")
                : resolved;
        }

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
