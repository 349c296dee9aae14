namespace PostmortemAction.Hostile.Runs;

/// <summary>The environment and the files that the runner gives to a step; also those that the product never needs, to see that they stay empty.</summary>
internal sealed class StepFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hostile-").FullName;

    public StepFiles(Stage stage)
    {
        var (name, json) = stage.Event ?? Events.Labelled(stage);
        File.WriteAllText(In("event.json"), json);
        Variables = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true", ["GITHUB_API_URL"] = "https://api.github.com", ["GITHUB_GRAPHQL_URL"] = "https://api.github.com/graphql",
            ["GITHUB_SERVER_URL"] = "https://github.com", ["GITHUB_REPOSITORY"] = stage.Repository.FullName, ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_EVENT_PATH"] = In("event.json"), ["GITHUB_OUTPUT"] = In("output"), ["GITHUB_STEP_SUMMARY"] = In("summary"), ["GITHUB_ENV"] = In("env"),
            ["GITHUB_PATH"] = In("path"), ["GITHUB_STATE"] = In("state"), ["GITHUB_RUN_ID"] = "9000000001", ["GITHUB_RUN_ATTEMPT"] = "1", ["RUNNER_TEMP"] = folder,
            ["RUNNER_DEBUG"] = "1", ["INPUT_GITHUB-TOKEN"] = Stage.OwnToken,
        };
    }

    public IReadOnlyDictionary<string, string> Variables { get; }

    public string Text(string name) => File.Exists(In(name)) ? File.ReadAllText(In(name)) : "";

    /// <summary>The outputs as the runner parses them: whichever of <c>=</c> and <c>&lt;&lt;</c> comes first.</summary>
    public Dictionary<string, string> Outputs()
    {
        var outputs = new Dictionary<string, string>();
        var lines = Text("output").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var (equals, heredoc) = (lines[i].IndexOf('=', StringComparison.Ordinal), lines[i].IndexOf("<<", StringComparison.Ordinal));
            if (heredoc >= 0 && (equals < 0 || heredoc < equals))
            {
                var end = Array.IndexOf(lines, lines[i][(heredoc + 2)..], i + 1);
                outputs[lines[i][..heredoc]] = string.Join('\n', lines[(i + 1)..end]);
                i = end;
            }
            else if (equals >= 0)
            {
                outputs[lines[i][..equals]] = lines[i][(equals + 1)..];
            }
        }

        return outputs;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string name) => Path.Combine(folder, name);
}
