using PostmortemAction.Convergence.Simulation.Json;
using PostmortemAction.Convergence.Simulation.Views;

namespace PostmortemAction.Convergence.Simulation.Runs;

/// <summary>The environment and the files that the runner gives to a step, in a folder of its own.</summary>
internal sealed class RunnerFiles : IDisposable
{
    private static readonly string[] Inputs = ["issue-number", "config", "dry-run", "incident-label", "resolved-label", "directory", "template", "time-zone", "index"];
    private readonly string folder = Directory.CreateTempSubdirectory("postmortem-").FullName;

    public RunnerFiles(SimulatedGitHub github, int incident, ActionRunOptions options)
    {
        var (name, json) = options.Event ?? ("issues", Labelled(github, incident));
        File.WriteAllText(In("event.json"), json);
        var variables = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_API_URL"] = Views.Addresses.Api,
            ["GITHUB_GRAPHQL_URL"] = $"{Views.Addresses.Api}/graphql",
            ["GITHUB_SERVER_URL"] = Views.Addresses.Web,
            ["GITHUB_REPOSITORY"] = github.Repository.FullName,
            ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_EVENT_PATH"] = In("event.json"),
            ["GITHUB_OUTPUT"] = In("output"),
            ["GITHUB_STEP_SUMMARY"] = In("summary"),
            ["GITHUB_RUN_ID"] = "9000000001",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["RUNNER_TEMP"] = folder,
            ["INPUT_GITHUB-TOKEN"] = SimulatedGitHub.JobToken,
        };
        foreach (var input in Inputs)
        {
            variables[$"INPUT_{input.ToUpperInvariant()}"] = options.Inputs.GetValueOrDefault(input, "");
        }

        foreach (var (variable, value) in options.Variables)
        {
            variables[variable] = value;
        }

        Variables = variables;
    }

    public IReadOnlyDictionary<string, string> Variables { get; }

    public string Summary() => Read("summary");

    public string? Json() => Directory.EnumerateFiles(folder, "postmortem-*.json").Select(File.ReadAllText).FirstOrDefault();

    public Dictionary<string, string> Outputs()
    {
        var outputs = new Dictionary<string, string>();
        var lines = Read("output").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Split("<<", 2) is [var name, var delimiter])
            {
                var end = Array.IndexOf(lines, delimiter, i + 1);
                outputs[name] = string.Join('\n', lines[(i + 1)..end]);
                i = end;
            }
        }

        return outputs;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Labelled(SimulatedGitHub github, int incident)
    {
        var issue = github.Repository.Issue(incident);
        var payload = new JsonMap { ["number"] = incident, ["labels"] = (issue?.Labels ?? []).ConvertAll(name => new JsonMap { ["name"] = name }) };
        if (issue is not null)
        {
            payload["created_at"] = Show.Time(issue.CreatedAt);
            payload["comments"] = github.Repository.Comments.Count(comment => comment.Issue == issue);
        }

        return System.Text.Encoding.UTF8.GetString(JsonText.Write(new JsonMap
        {
            ["action"] = "labeled",
            ["issue"] = payload,
            ["label"] = new JsonMap { ["name"] = "resolved" },
            ["repository"] = new JsonMap { ["full_name"] = github.Repository.FullName, ["default_branch"] = github.Repository.DefaultBranch },
            ["sender"] = new JsonMap { ["login"] = "mira", ["type"] = "User" },
        }));
    }

    private string In(string name) => Path.Combine(folder, name);

    private string Read(string name) => File.Exists(In(name)) ? File.ReadAllText(In(name)) : "";
}
