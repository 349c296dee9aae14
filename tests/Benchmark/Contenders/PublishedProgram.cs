using System.Diagnostics;
using System.Text.RegularExpressions;
using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Benchmark.Runs;

namespace PostmortemAction.Benchmark.Contenders;

/// <summary>Our program as the image holds it, with the environment that the image gives it.</summary>
internal sealed partial class PublishedProgram(string path) : Contender
{
    private static readonly string[] Inputs =
        ["issue-number", "config", "dry-run", "incident-label", "resolved-label", "directory", "template", "time-zone", "check"];

    public override string Name => "PostmortemAction";

    protected override (string Command, string[] Arguments) Command => (path, []);

    /// <returns>The program's path.</returns>
    public static async Task<string> PublishAsync()
    {
        var folder = Path.Combine(Places.Root, "tests", "Benchmark", "obj", "published");
        string[] arguments =
            ["publish", Path.Combine(Places.Root, "src", "PostmortemAction"), "-c", "Release", "-r", "linux-x64", "-o", folder, "-p:RunAnalyzers=false"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(folder, "PostmortemAction") : throw new InvalidOperationException($"It cannot be published:\n{output}");
    }

    // The runner hands over every declared input; one that is not given is an empty text. Our certificate takes the place of the image's bundle.
    protected override IEnumerable<(string Name, string Value)> Variables(SelfSigned identity) =>
    [
        .. ImageVariables(),
        ("SSL_CERT_FILE", identity.BundleFile),
        ("INPUT_GITHUB-TOKEN", Stage.Token),
        .. Inputs.Select(name => ($"INPUT_{name.ToUpperInvariant()}", "")),
    ];

    // What the last stage of the Dockerfile sets.
    private static IEnumerable<(string Name, string Value)> ImageVariables()
    {
        var stages = StageBegins().Split(File.ReadAllText(Path.Combine(Places.Root, "Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal));
        return Environments().Matches(stages[^1]).SelectMany(line => Assignments().Matches(line.Groups[1].Value))
            .Select(assignment => (assignment.Groups[1].Value, assignment.Groups[2].Value.Trim('"')));
    }

    [GeneratedRegex(@"^FROM\s", RegexOptions.Multiline)]
    private static partial Regex StageBegins();

    [GeneratedRegex(@"^ENV\s+(.*)$", RegexOptions.Multiline)]
    private static partial Regex Environments();

    [GeneratedRegex("""(\w+)=("[^"]*"|\S*)""")]
    private static partial Regex Assignments();
}
