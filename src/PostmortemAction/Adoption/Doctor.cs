using System.Net;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Adoption;

/// <summary>Looks whether a repository has what the action needs. It only reads.</summary>
/// <param name="input">The action's inputs by name; empty for those that are not given.</param>
/// <param name="isJob">Whether a workflow runs it, whose file may then be elsewhere.</param>
internal sealed class Doctor(IGitHubClient client, string fullName, string serverUrl, Func<string, string> input, bool isJob, TimeProvider time)
{
    private const string LabelPlace = "on GitHub under Issues, Labels";
    private readonly List<SetupCheck> checks = [];

    /// <exception cref="ProblemException">There is no such repository for this token.</exception>
    /// <exception cref="GitHubException">The repository cannot be read at all.</exception>
    public async Task<IReadOnlyList<SetupCheck>> RunAsync(CancellationToken cancellation)
    {
        var repository = await ReadRepositoryAsync(cancellation);
        CheckRepository(repository);
        try
        {
            var host = await GitHubHost.OpenAsync(client, new FirstLook(null, null, null, null), fullName, serverUrl, repository.DefaultBranch, time, _ => { }, cancellation);
            var settings = await SeenAsync(() => client.GetWorkflowSettingsAsync(cancellation));
            var jobs = await ReadJobsAsync(host, cancellation);
            var run = await ReadSettingsAsync(host, jobs is [var job, ..] ? job : null, cancellation);
            checks.AddRange(jobs.SelectMany(job => WorkflowChecks.Of(job, run, settings)));
            if (run is null)
            {
                checks.Add(SetupCheck.Look("Template, issue form and labels were not checked: the configuration has mistakes.", "Correct them, and look again."));
            }
            else
            {
                await CheckRestAsync(host, run, cancellation);
            }

            CheckPullRequests(settings, jobs);
        }
        catch (ProblemException e)
        {
            checks.AddRange(e.Problems.Select(Told));
        }
        catch (GitHubException e)
        {
            checks.Add(Told(GitHubProblem.Of(e)));
        }

        return checks;

        SetupCheck Told(Problem problem) => SetupCheck.Of(isJob ? problem : LocalProblem.ForCommand(problem));
    }

    private async Task<Repository> ReadRepositoryAsync(CancellationToken cancellation)
    {
        try
        {
            return await client.GetRepositoryAsync(cancellation);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
            throw new ProblemException(Problem.Error(
                "repository-unseen", $"There is no repository {Quoted.Code(fullName)} that this token may see.", "Look at the name, and whether the token is for this repository and this server."));
        }
    }

    private void CheckRepository(Repository repository)
    {
        var name = Quoted.Code(fullName);
        checks.Add(repository switch
        {
            { Archived: true } => SetupCheck.Missing($"{name} is archived, so nobody can write to it.", "Unarchive it under Settings, General."),
            { HasIssues: false } => SetupCheck.Missing($"{name} has no issues.", "Tick \"Issues\" under Settings, General, Features."),

            // A job's token is told nothing here that is true; its workflow says what it may do.
            { Permissions.Push: false } when !isJob => SetupCheck.Look(
                $"{name} can be read, and by what GitHub says this token may not write to it.", "That is enough to look; to run the action with it, it needs to write contents, issues and pull requests."),
            _ => SetupCheck.Ok($"{name} can be read; it has issues, and its default branch is {Quoted.Code(repository.DefaultBranch)}."),
        });
    }

    private async Task<IReadOnlyList<WorkflowJob>> ReadJobsAsync(GitHubHost host, CancellationToken cancellation)
    {
        var unread = new List<Problem>();
        var jobs = await WorkflowFinder.ReadAsync(host, unread, cancellation);
        checks.AddRange(unread.Select(SetupCheck.Of));
        if (jobs.Count == 0)
        {
            checks.Add(isJob || unread.Count > 0
                ? SetupCheck.Look("Which workflow of the default branch runs the action does not show.", "Look at its triggers and permissions yourself.")
                : SetupCheck.Missing("No workflow of the default branch runs the action.", "Add one as the README shows; `init` writes it."));
        }

        return jobs;
    }

    private async Task CheckRestAsync(GitHubHost host, RunSettings run, CancellationToken cancellation)
    {
        await CheckTemplateAsync(host, run, cancellation);
        CheckForms(await FormFinder.ReadAsync(host, cancellation), run);
        await CheckLabelsAsync(run, cancellation);
    }

    /// <returns>Null where it has mistakes: the defaults would say nothing about the repository.</returns>
    private async Task<RunSettings?> ReadSettingsAsync(GitHubHost host, WorkflowJob? job, CancellationToken cancellation)
    {
        var path = Input("config") is { Length: > 0 } named ? named : FolderSurvey.SettingsPath;
        try
        {
            var text = await host.ReadFileAsync(path, cancellation);
            var settings = SettingsReader.Read(text is null ? null : (path, text), SettingKeys.Inputs.ToDictionary(key => key, Input));
            checks.Add(text is not null ? SetupCheck.Ok($"The configuration {Quoted.Code(path)} is valid.")
                : path == FolderSurvey.SettingsPath ? SetupCheck.Ok($"There is no configuration {Quoted.Code(path)}, so the defaults hold.")
                : SetupCheck.Missing($"The default branch has no file {Quoted.Code(path)}, which the input `config` names.", "Add the file, or leave the input out."));
            if (text is null && path == FolderSurvey.SettingsPath && await host.ReadFileAsync(FolderSurvey.MisnamedSettingsPath, cancellation) is not null)
            {
                checks.Add(SetupCheck.Look($"Nothing reads {Quoted.Code(FolderSurvey.MisnamedSettingsPath)}.", $"Rename it to {Quoted.Code(path)}."));
            }

            if (settings.DryRun)
            {
                checks.Add(SetupCheck.Look("`dry-run` is on: runs print their plan and write nothing.", "Take it out when you have seen enough."));
            }

            return settings;
        }
        catch (ProblemException e)
        {
            checks.AddRange(e.Problems.Select(SetupCheck.Of));
            return null;
        }

        string Input(string name) => input(name) is { Length: > 0 } given ? given : job?.Stated(name) ?? "";
    }

    private async Task CheckTemplateAsync(GitHubHost host, RunSettings run, CancellationToken cancellation)
    {
        try
        {
            var found = await TemplateFinder.ReadAsync(host, run.Template, cancellation);
            found.Template.RenderDocument(SampleIncident.Model(run, host.Repository));
            checks.Add(SetupCheck.Ok(run.Template is null ? "The built-in template is used." : $"The template {Quoted.Code(run.Template)} is valid."));
            checks.AddRange(found.Problems.Select(SetupCheck.Of));
        }
        catch (ProblemException e)
        {
            checks.AddRange(e.Problems.Select(SetupCheck.Of));
        }
    }

    private void CheckForms(IReadOnlyList<(string Path, string Text)> files, RunSettings run)
    {
        var choice = FormChoice.Of(files, run.IncidentLabel);
        if (choice.Paths.Count == 0 && choice.Problems.All(problem => problem.Level != ProblemLevel.Error))
        {
            checks.Add(SetupCheck.Look(
                $"No issue form gives the label {Quoted.Code(run.IncidentLabel)}; incidents are read by the names of their headings.", "Add a form as the README shows; `init` writes it."));
        }
        else if (choice.Paths.Count > 0 && !choice.Problems.Any(problem => problem.Code is "form-without-label" or "form-label-twice"))
        {
            checks.Add(SetupCheck.Ok($"Incidents are filed with {string.Join(", ", choice.Paths.Select(path => Quoted.Code(path)))}."));
        }

        checks.AddRange(choice.Problems.Select(SetupCheck.Of));
    }

    private async Task CheckLabelsAsync(RunSettings run, CancellationToken cancellation)
    {
        string[] names = [run.IncidentLabel, run.ResolvedLabel, DesiredState.FollowUpLabel, DesiredState.PostmortemLabel];
        var labels = await Task.WhenAll(names.Select(name => client.GetLabelAsync(name, cancellation)));
        foreach (var (name, label) in names[..2].Zip(labels))
        {
            checks.Add(label is not null ? SetupCheck.Ok($"There is a label {Quoted.Code(name)}.")
                : SetupCheck.Missing($"There is no label {Quoted.Code(name)}, and a form gives no label that is not there.", $"Create it {LabelPlace}."));
        }

        checks.Add(SetupCheck.Ok(labels[2..].All(label => label is not null) ? $"There are the labels {Quoted.Code(names[2])} and {Quoted.Code(names[3])}."
            : $"The labels {Quoted.Code(names[2])} and {Quoted.Code(names[3])} are made by the first run that needs them."));
    }

    private void CheckPullRequests(WorkflowSettings? settings, IReadOnlyList<WorkflowJob> jobs)
    {
        const string Setting = "\"Allow GitHub Actions to create and approve pull requests\"";
        checks.Add(settings switch
        {
            { CanApprovePullRequestReviews: true } => SetupCheck.Ok("Actions may open pull requests."),
            _ when jobs.Count > 0 && jobs.All(WorkflowChecks.HasOwnToken) => SetupCheck.Ok("Pull requests are opened with a token of your own."),
            { } when jobs.Any(job => job.Calls is not null) => SetupCheck.Look(
                "Actions may not open pull requests, which matters unless the called workflow gives the action a token of its own.", $"Look there; else tick {Setting} under Settings, Actions, General."),
            null => SetupCheck.Look("Whether Actions may open pull requests cannot be seen with this token.", $"Look at Settings, Actions, General, whether {Setting} is ticked."),
            _ => SetupCheck.Missing("Actions may not open pull requests.", $"Tick {Setting} under Settings, Actions, General; where it is greyed out, in the organisation's settings."),
        });
    }

    /// <summary>Null for what the token may not see.</summary>
    private static async Task<T?> SeenAsync<T>(Func<Task<T?>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.Forbidden && !e.IsLimit)
        {
            return null;
        }
    }
}
