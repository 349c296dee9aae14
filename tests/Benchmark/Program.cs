using System.Diagnostics;
using System.Globalization;
using PostmortemAction.Benchmark;
using PostmortemAction.Benchmark.Contenders;
using PostmortemAction.Benchmark.Cores;
using PostmortemAction.Benchmark.Fronts;
using PostmortemAction.Benchmark.Reports;
using PostmortemAction.Benchmark.Runs;
using PostmortemAction.Tests.GitHubEmulation;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var options = Options.Parse(args);
    return options.Core ? MeasureCore(options) : await MeasureRunsAsync(options);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine(mistake.Message);
    return 2;
}

static int MeasureCore(Options options)
{
    var table = CoreTable.Measure();
    Console.Write(table);
    if (options.Readme)
    {
        ReadmePart.Write("benchmark of the core", table);
    }

    return 0;
}

static async Task<int> MeasureRunsAsync(Options options)
{
    var program = new PublishedProgram(options.Program ?? await PublishedProgram.PublishAsync());
    var (ours, yardstick) = (new Results(program), new Results(new Yardstick()));

    await using var github = await EmulatedGitHub.StartAsync();
    using var identity = new SelfSigned();
    await using var front = await Front.StartAsync(github.Url, identity);
    var course = new Course(new Stage(github), new StepRun(front, identity), Console.Error.WriteLine);
    await course.WarmUpAsync([ours, yardstick]);
    await course.RepeatAsync([ours, yardstick], options.Repetitions);
    await course.MishapsAsync([ours, yardstick]);

    var table = new CostTable(ours, yardstick);
    var text = $"{Conditions(options, ours, yardstick)}\n\n{table}";
    Console.Write(text);
    if (options.Readme)
    {
        ReadmePart.Write("benchmark", text);
    }

    // Times are another machine's, or another hour's; counts are not.
    var missed = table.Missed.Where(row => row.IsCount).ToList();
    missed.ForEach(row => Console.Error.WriteLine($"missed: {row.Name}: {row.Ours}, goal {row.Goal}"));
    return missed.Count > 0 ? 1 : 0;
}

static string Conditions(Options options, Results ours, Results yardstick)
{
    using var node = Process.Start(new ProcessStartInfo(Places.Node, ["--version"]) { RedirectStandardOutput = true })!;
    var version = node.StandardOutput.ReadToEnd().Trim();
    var times = options.Repetitions == 1 ? "one run" : $"medians of {options.Repetitions} runs";
    return $"{Environment.ProcessorCount} cores; {times} of each in turn; five tasks and 20 comments unless said. "
        + $"All over HTTPS: {ours.Contender.Name} over {ours.Protocol}, {yardstick.Contender.Name} over {yardstick.Protocol} (Node {version}).";
}
