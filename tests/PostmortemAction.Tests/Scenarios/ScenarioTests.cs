using PostmortemAction.Templates;

namespace PostmortemAction.Tests.Scenarios;

/// <summary>
/// Every scenario against its approved files. Run the tests with APPROVE=1 to write them anew, then read the difference.
/// </summary>
public class ScenarioTests
{
    /// <summary>The scenarios whose document is approved as every built-in template writes it.</summary>
    private static readonly string[] InEverySet = ["across-midnight", "great-authentication-blackout"];

    public static TheoryData<string> All { get; } = [.. ScenarioRun.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_scenario_gives_its_approved_files(string name)
    {
        var scenario = new ScenarioRun(name);
        var result = await scenario.RunAsync();
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["postmortem.json"] = scenario.Json(result),
            ["plan.txt"] = string.Concat(result.Plan!.Changes.Select(change => change.Describe() + "\n")),
        };
        foreach (var (path, text) in scenario.Files)
        {
            files[path] = text;
        }

        foreach (var set in InEverySet.Contains(name) ? TemplateSet.Names.Except([TemplateSet.Default]) : [])
        {
            var other = new ScenarioRun(name, set);
            await other.RunAsync();
            files[$"document.{set}.md"] = other.Files["document.md"];
        }

        Approve(Path.Combine(Repository.Scenario(name), "expected"), files);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_second_run_of_a_scenario_plans_nothing(string name)
    {
        var scenario = new ScenarioRun(name);
        var first = await scenario.RunAsync();

        var second = await scenario.RunAsync();

        Assert.NotEmpty(first.Plan!.Changes);
        Assert.Empty(second.Plan!.Changes);
        Assert.False(second.Outcome!.Changed);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_text_that_leaves_carries_an_unresolved_reference(string name)
    {
        var scenario = new ScenarioRun(name);

        await scenario.RunAsync();

        Assert.All(scenario.Files, file => Assert.False(Core.Plans.LateReference.IsIn(file.Value), file.Key));
    }

    private static void Approve(string folder, SortedDictionary<string, string> files)
    {
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return;
        }

        var approved = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(approved, files.Keys);
        foreach (var (name, text) in files)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, name)).Replace("\r\n", "\n", StringComparison.Ordinal), text);
        }
    }
}
