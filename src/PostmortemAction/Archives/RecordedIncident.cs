using PostmortemAction.Adoption;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Archives;

/// <summary>An incident as GitHub holds it now, and what a run would make of it where a given document stands. It only reads.</summary>
internal sealed record RecordedIncident(RunSettings Settings, Composition Composition)
{
    /// <param name="document">The document's text.</param>
    /// <exception cref="ProblemException">There is no such incident, or the configuration cannot be read.</exception>
    public static async Task<RecordedIncident> ReadAsync(
        IGitHubClient client, string repository, string server, int number, string document, TimeProvider time, Action<string> tell, CancellationToken cancellation)
    {
        var places = RepositoryQuestion.Of(number) with { Files = [FolderSurvey.SettingsPath], Folders = [FormFinder.Folder, TemplateFinder.Folder, FolderSurvey.WorkflowFolder] };
        var look = await FirstLook.TakeAsync(client, places, isRepository: false, comments: 0, tell, cancellation);
        var host = await GitHubHost.OpenAsync(client, look, repository, server, null, time, tell, cancellation);
        var settings = await ReadSettingsAsync(host, cancellation);
        var forms = FormFinder.Find(await FormFinder.ReadAsync(host, cancellation), settings.IncidentLabel, []);
        var (composed, notice) = await new PostmortemRun(host, settings, Task.FromResult(forms)).ComposeAsync(number, document, isAskedAgain: false, cancellation);
        return new(settings, composed ?? throw new ProblemException(Problem.Error("verify-no-incident", notice!, "Look at the number in the document's metadata, and at the labels.")));
    }

    /// <summary>As the workflow and the configuration say; what a workflow's file cannot tell is left out.</summary>
    private static async Task<RunSettings> ReadSettingsAsync(GitHubHost host, CancellationToken cancellation)
    {
        var job = await WorkflowFinder.ReadAsync(host, [], cancellation) is [var first, ..] ? first : null;
        var path = job?.Stated("config") is { Length: > 0 } named ? named : FolderSurvey.SettingsPath;
        var text = await host.ReadFileAsync(path, cancellation);
        return SettingsReader.Read(text is null ? null : (path, text), SettingKeys.Inputs.ToDictionary(key => key, key => job?.Stated(key) ?? ""));
    }
}
