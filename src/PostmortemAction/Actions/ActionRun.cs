using System.Globalization;
using NodaTime;
using PostmortemAction.Adoption;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>The action as the runner starts it: event in, postmortems brought to their desired state, outputs and summary out.</summary>
/// <param name="transport">What carries requests to GitHub.</param>
/// <param name="time">What waiting is measured with.</param>
public sealed class ActionRun(ActionsRuntime runtime, HttpMessageHandler transport, TimeProvider time)
{
    private readonly List<Problem> failures = [];
    private readonly List<Exception> bugs = [];
    private readonly JobInputs job = new(runtime);
    private readonly RunLog log = new(runtime.Step, runtime.Group, time);
    private bool failed;

    /// <returns>The exit code: 0 done or nothing to do, 1 the job could not be done.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            await RunAllAsync(cancellation);
        }
        catch (Exception e) when (Problems(e) is { } problems)
        {
            Fail(problems, null);
            ActionOutputs.SetNothing(runtime, failures);
        }

        return failed || runtime.IsIncomplete ? 1 : 0;
    }

    private async Task RunAllAsync(CancellationToken cancellation)
    {
        if (job.IsCheck)
        {
            await CheckAsync(cancellation);
            return;
        }

        var trigger = job.ReadTrigger();
        var assignment = Assignment.Of(trigger, runtime.Input("issue-number"));
        if (assignment.Notice is { } nothing)
        {
            TellNothing(nothing);
            return;
        }

        var (token, repository) = job.ReadToken();
        using var sender = Sender(token);
        var client = new GitHubClient(sender, repository.Split('/')[0], repository.Split('/')[^1]);
        var look = await FirstLook.TakeAsync(
            client, job.Places(trigger, assignment), assignment.IsRepositoryOnly, job.LikelyComments(trigger, assignment), runtime.Step, cancellation);
        var host = await GitHubHost.OpenAsync(client, look, repository, job.Server, trigger.DefaultBranch, time, runtime.Step, cancellation);

        var settings = await job.ReadSettingsAsync(host, cancellation);
        if (runtime.Input("issue-number").Length == 0 && Assignment.NotFor(trigger, settings) is { } notice)
        {
            TellNothing(notice);
            return;
        }

        if (assignment.Review is { } pull)
        {
            failed |= await new PullRequestReview(client, host, runtime, settings).RunAsync(pull, trigger.HeadCommit!, cancellation);
            return;
        }

        log.Done($"Repository {repository}: read at one commit of {host.Repository.DefaultBranch}");
        var results = new List<RunResult>();
        if (!assignment.IsRepositoryOnly)
        {
            await RunIncidentsAsync(assignment, trigger, settings, host, look, client, sender, results, cancellation);
        }

        var isChanged = assignment.Repository != RepositoryWork.None && await RunRepositoryAsync(assignment.Repository, settings, host, client, cancellation);
        ActionOutputs.Set(runtime, host.Repository, results, isChanged, failures);
        runtime.Step($"{Words.Count(sender.Count, "request", "requests")} to GitHub.");
        if (bugs.Count > 0)
        {
            throw new AggregateException(bugs);
        }
    }

    /// <returns>Whether anything was written.</returns>
    private async Task<bool> RunRepositoryAsync(RepositoryWork repositoryWork, RunSettings settings, GitHubHost host, GitHubClient client, CancellationToken cancellation)
    {
        try
        {
            // The server's day: this machine's may be wrong.
            var today = Instant.FromDateTimeOffset(client.ServerNow ?? time.GetUtcNow()).InZone(settings.TimeZone).Date;
            var result = await new RepositoryRun(host, settings, today, repositoryWork == RepositoryWork.IndexAndDigest).RunAsync(cancellation);
            RepositoryReport.Tell(runtime, result, host.Repository, settings.DryRun);
            failed |= result.AllProblems.Any(problem => problem.Level == ProblemLevel.Error);
            return result.Outcome.Made > 0;
        }
        catch (Exception e) when (Problems(e) is { } problems)
        {
            // The incidents that are done stay done.
            runtime.Step("Index: not done.");
            Fail(problems, null);
            return false;
        }
    }

    private async Task RunIncidentsAsync(
        Assignment assignment, TriggerEvent trigger, RunSettings settings, GitHubHost host, FirstLook look, GitHubClient client, GitHubSender sender, List<RunResult> results,
        CancellationToken cancellation)
    {
        var formsTask = FindFormsAsync(FormFinder.ReadAsync(host, cancellation), settings);
        var numbers = assignment.Range is { } range ? await range.FindAsync(client, settings, cancellation)
            : assignment.All ? await PendingIncidents.FindAsync(client, host.Repository.FullName, new(client, look.Login), settings, client.ServerNow ?? time.GetUtcNow(), cancellation)
            : assignment.Numbers;
        if (assignment.All || assignment.Range is not null)
        {
            log.Done(string.Create(CultureInfo.InvariantCulture, $"Looked for incidents: found {numbers.Count} of them"));
        }

        var run = new PostmortemRun(host, settings, formsTask, runtime.Secrets, trigger.Name is "schedule" or "workflow_dispatch", log, trigger.Name == "workflow_dispatch");
        foreach (var (i, number) in numbers.Index())
        {
            if (i > 0 && RunBudget.Exhausted(client, sender.Created, i, numbers.Count) is { } problem)
            {
                Fail([problem], null);
                break;
            }

            if (numbers.Count > 1)
            {
                runtime.Step(string.Create(CultureInfo.InvariantCulture, $"Incident {number}, {i + 1} of {numbers.Count}."));
            }

            try
            {
                await RunOneAsync(run, number, settings, results, host, cancellation);
            }
            catch (Exception bug) when (numbers.Count > 1 && bug is not OperationCanceledException)
            {
                // The others get theirs, night after night, and then the run ends with it.
                runtime.Step($"{ActionReport.Name(number)}: not done, because of a bug of the action, which stands at the end.");
                bugs.Add(bug);
            }
        }
    }

    private GitHubSender Sender(string token) => new(job.Api, job.GraphQl, token, transport, time, runtime.Debug);

    /// <summary>Only looks whether everything is set up.</summary>
    private async Task CheckAsync(CancellationToken cancellation)
    {
        var (token, repository) = job.ReadToken();
        using var sender = Sender(token);
        var client = new GitHubClient(sender, repository.Split('/')[0], repository.Split('/')[^1]);
        var checks = await new Doctor(client, repository, job.Server, runtime.Input, isJob: true, time).RunAsync(cancellation);
        failed |= SetupReport.Tell(checks, runtime);
        ActionOutputs.SetNothing(runtime);
    }

    private async Task<IReadOnlyList<FormDefinition>> FindFormsAsync(Task<IReadOnlyList<(string Path, string Text)>> files, RunSettings settings)
    {
        var problems = new List<Problem>();
        var forms = FormFinder.Find(await files, settings.IncidentLabel, problems);
        problems.ForEach(runtime.Tell);
        return forms;
    }

    private async Task RunOneAsync(
        PostmortemRun run, int number, RunSettings settings, List<RunResult> results, GitHubHost host, CancellationToken cancellation)
    {
        try
        {
            var result = await run.RunAsync(number, cancellation);
            results.Add(result);
            ActionReport.Tell(runtime, log, result, host.Repository, settings.DryRun);
            failed |= result.Outcome?.Problems.Any(problem => problem.Level == ProblemLevel.Error) ?? false;
            failed |= result.Review?.Fails(settings.Review.FailOn) ?? false;
        }
        catch (Exception e) when (Problems(e) is { } problems)
        {
            // One incident that cannot be done must not keep the others from theirs.
            runtime.Step($"{ActionReport.Name(number)}: not done.");
            Fail(problems, number);
        }
    }

    private void TellNothing(string notice)
    {
        runtime.Notice(notice + " Nothing to do.");
        ActionOutputs.SetNothing(runtime);
    }

    /// <param name="number">The incident that could not be done; null when none could.</param>
    private void Fail(IReadOnlyList<Problem> problems, int? number)
    {
        failed = true;
        foreach (var problem in problems)
        {
            var told = number is { } incident ? ActionReport.OfIncident(problem, incident) : problem;
            failures.Add(told);
            runtime.Tell(told);
        }

        runtime.Summarize(ActionReport.Failure(problems, number));
    }

    /// <summary>What a person can do about an exception; null for our own bugs, which end the run with their stack trace.</summary>
    private static IReadOnlyList<Problem>? Problems(Exception e) => e switch
    {
        ProblemException problem => problem.Problems,
        GitHubException refusal => [GitHubProblem.Of(refusal)],
        _ => null,
    };
}
