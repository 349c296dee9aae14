namespace PostmortemAction.EndToEnd;

/// <summary>What a run costs is its start, and most of that was the compiler at run time.</summary>
public class CompiledAheadTests(Stage stage) : EndToEndTests(stage)
{
    /// <summary>
    /// The published program is compiled ahead by a profile of what runs call. As the code changes less of it fits; when this fails,
    /// <c>dotnet run --project tests/Benchmark -- --profile</c> makes it anew.
    /// </summary>
    [Fact]
    public async Task The_published_program_has_hardly_anything_left_to_compile_while_it_runs_and_the_built_one_has_all()
    {
        var issue = await Stage.FileIncidentAsync();
        var folder = Directory.CreateTempSubdirectory("postmortem-").FullName;
        try
        {
            var list = Path.Combine(folder, "compiled");
            var result = await LabelResolvedAsync(issue, inputs: new Dictionary<string, string> { ["DOTNET_JitDisasmSummary"] = "1", ["DOTNET_JitStdOutFile"] = list });

            Assert.True(result.ExitCode == 0, result.Log);
            var compiled = await File.ReadAllLinesAsync(list, TestContext.Current.CancellationToken);
            var count = compiled.Count(line => line.Contains("[Tier0,", StringComparison.Ordinal));
            Assert.True(ActionProcess.IsPublished ? count < 300 : count > 1000, $"{count} methods had to be compiled while it ran.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
