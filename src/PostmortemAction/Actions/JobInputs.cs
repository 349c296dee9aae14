using System.Text.Json;
using PostmortemAction.Configuration;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;
using PostmortemAction.Hosting;

namespace PostmortemAction.Actions;

/// <summary>What the job gives a run: its event, token, repository and settings, each checked when it is asked for.</summary>
internal sealed class JobInputs(ActionsRuntime runtime)
{
    private const string DefaultConfiguration = ".github/postmortem.yml";
    private readonly GitHubAddresses addresses = new(runtime, "Leave it to the runner to set it.");

    private string Configuration => runtime.Input("config") is { Length: > 0 } path ? path : DefaultConfiguration;

    /// <summary>Where documents are unless the configuration file names another folder.</summary>
    private string LikelyDirectory => runtime.Input("directory") is { Length: > 0 } folder ? folder.TrimEnd('/') : new RunSettings().Directory;

    /// <summary>What a run reads first, as far as the event lets us guess: what it does not need costs nothing, and what is not here is asked for later.</summary>
    public RepositoryQuestion Places(TriggerEvent trigger, Assignment assignment)
    {
        int? incident = assignment.Numbers is [var one] ? one : null;
        return assignment.IsRepositoryOnly ? RepositoryQuestion.Of(incident) with { Files = [Configuration] } : RepositoryQuestion.Of(incident) with
        {
            Files = [Configuration, $"{LikelyDirectory}/{ArchiveListing.CacheName}"],
            Folders = [FormFinder.Folder, TemplateFinder.Folder],
            // A document needs an incident with two labels: its own, and that it is over.
            Trees = trigger is { IssueCreatedAt: { } filed, Labels.Count: > 1 } ? DocumentGround.Folders(DocumentPath.Likely(LikelyDirectory, filed.Year)) : [],
        };
    }

    /// <summary>How many comments there are that a run will read, as far as the event tells; 0 where it does not, or where the incident is not over.</summary>
    public int LikelyComments(TriggerEvent trigger, Assignment assignment)
    {
        var guess = new RunSettings();
        var (incident, resolved) = (runtime.Input("incident-label") is { Length: > 0 } label ? label : guess.IncidentLabel, runtime.Input("resolved-label") is { Length: > 0 } other ? other : guess.ResolvedLabel);
        return assignment.Numbers is [var number] && number == trigger.Issue
            && new[] { incident, resolved }.All(name => trigger.Labels.Contains(name, StringComparer.OrdinalIgnoreCase)) ? trigger.IssueComments : 0;
    }

    public string Server => addresses.Server;

    public Uri Api => addresses.Api;

    public Uri GraphQl => addresses.GraphQl;

    /// <summary>Whether the run only looks if everything is set up.</summary>
    public bool IsCheck => runtime.Input("check") switch
    {
        "true" or "True" or "TRUE" => true,
        "" or "false" or "False" or "FALSE" => false,
        _ => throw new ProblemException(Problem.Error("setting-wrong-type", "The input `check` has a value that it cannot take.", "Give it `true` or `false`.", "input check")),
    };

    public TriggerEvent ReadTrigger()
    {
        var name = runtime.Variable("GITHUB_EVENT_NAME") ?? "";
        var path = runtime.Variable("GITHUB_EVENT_PATH");
        try
        {
            return TriggerEvent.Read(name, path is not null && File.Exists(path) ? File.ReadAllText(path) : "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Problem.Error(
                "event-unreadable", $"The event's file cannot be read: {Quoted.Code(e.Message, 200)}.", "Look at the runner's disk and permissions, and run again."));
        }
        catch (JsonException e)
        {
            throw new ProblemException(Problem.Error(
                "event-unreadable", $"The event's file is no whole JSON: {Quoted.Code(e.Message, 200)}.", "Look whether the runner's disk is full, and run again."));
        }
    }

    public (string Token, string Repository) ReadToken()
    {
        var token = runtime.Input("github-token");
        if (token.Length == 0)
        {
            throw new ProblemException(Problem.Error(
                "token-missing", "No token was given.", "Leave the input `github-token` out to use the job's token, or check that the secret has a value."));
        }

        runtime.Mask(token);
        return runtime.Variable("GITHUB_REPOSITORY") is { } repository && repository.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
            ? (TokenText.Checked(token), repository)
            : throw new ProblemException(Problem.Error(
                "repository-missing", "`GITHUB_REPOSITORY` does not name a repository.", "Run this as a step of a GitHub Actions workflow."));
    }

    public async Task<RunSettings> ReadSettingsAsync(GitHubHost host, CancellationToken cancellation)
    {
        var path = Configuration;
        var text = await host.ReadFileAsync(path, cancellation);
        if (text is null && path != DefaultConfiguration)
        {
            throw new ProblemException(Problem.Error(
                "configuration-missing", $"The default branch has no file {Quoted.Code(path)}, which the input `config` names.", "Add the file, or leave the input out."));
        }

        return SettingsReader.Read(
            text is null ? null : (path, text), SettingKeys.Inputs.ToDictionary(key => key, runtime.Input));
    }
}
