using PostmortemAction.Configuration;
using PostmortemAction.Core.Forms;
using PostmortemAction.Core.Postmortems;
using PostmortemAction.Preview;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>A scenario, run as the preview runs it; a further run finds what the one before made.</summary>
internal sealed class ScenarioRun
{
    private readonly PreviewHost host;
    private readonly PostmortemRun run;
    private readonly int number;

    /// <param name="template">The built-in template to take; null for what the scenario says.</param>
    /// <param name="reversed">Whether comments and events come in the other order.</param>
    public ScenarioRun(string name, string? template = null, bool reversed = false)
    {
        var scenario = Scenario.Read(Repository.Scenario(name));
        var file = scenario.RepositoryFile("postmortem.yml") is { } text ? ("postmortem.yml", text) : ((string, string)?)null;
        var settings = SettingsReader.Read(file, new Dictionary<string, string>());
        settings = template is null ? settings : settings with { Template = template };
        number = scenario.Record.Number!.Value;
        var record = reversed ? scenario.Record with { Comments = [.. scenario.Record.Comments.Reverse()], Events = [.. scenario.Record.Events.Reverse()] } : scenario.Record;
        host = new(record, scenario.RepositoryFile, scenario.RepositoryFiles);
        run = new(host, settings, Task.FromResult<IReadOnlyList<FormDefinition>>([scenario.Record.Form]));
    }

    public static IEnumerable<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Repository.Scenario("")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Files => host.Files;

    public Task<RunResult> RunAsync() => run.RunAsync(number, TestContext.Current.CancellationToken);

    public static async Task<Postmortem> PostmortemAsync(string name) => (await new ScenarioRun(name).RunAsync()).Postmortem!;

    public string Json(RunResult result) => PostmortemJson.Write(PostmortemModel.ForJson(result.Postmortem!, host.Repository)) + "\n";
}
