using PostmortemAction.Actions;

namespace PostmortemAction.Tests;

/// <summary>What the runner gives a step: variables, a log, and files for its commands in a folder of its own.</summary>
internal sealed class Runner : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("runner-").FullName;
    private readonly StringWriter text = new();

    public Runner(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string> { ["GITHUB_OUTPUT"] = OutputFile, ["GITHUB_STEP_SUMMARY"] = SummaryFile };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        Runtime = new(environment, text);
    }

    public ActionsRuntime Runtime { get; }

    public string OutputFile => Path.Combine(folder, "output");

    public string SummaryFile => Path.Combine(folder, "summary");

    public string Text => text.ToString();

    public RunnerLog Log => new(Text);

    /// <summary>The outputs as the runner reads them: each value is what stands between a line <c>name&lt;&lt;delimiter</c> and the delimiter.</summary>
    public IReadOnlyList<(string Name, string Value)> Outputs()
    {
        var outputs = new List<(string, string)>();
        var lines = new Queue<string>(File.Exists(OutputFile) ? File.ReadAllText(OutputFile).Split('\n') : []);
        while (lines.TryDequeue(out var line))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var start = line.Split("<<", 2);
            Assert.Equal(2, start.Length);
            Assert.DoesNotContain('=', start[0]);
            var value = new List<string>();
            while (lines.Dequeue() is var next && next != start[1])
            {
                value.Add(next);
            }

            outputs.Add((start[0], string.Join('\n', value)));
        }

        return outputs;
    }

    public void Dispose()
    {
        text.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
