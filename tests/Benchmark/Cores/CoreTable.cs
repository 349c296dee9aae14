using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PostmortemAction.Benchmark.Cores;

/// <summary>Time and allocation of the core, by BenchmarkDotNet within this process.</summary>
internal static class CoreTable
{
    public static string Measure()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(new StreamLogger(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }))
            .WithArtifactsPath(Path.Combine(Places.Root, "tests", "Benchmark", "obj", "artifacts"));
        var summary = BenchmarkRunner.Run<LargeIncident>(config);
        var reports = summary.Reports.Where(report => report.ResultStatistics is not null).ToList();
        return reports.Count == 0 ? throw new InvalidOperationException("The core was not measured, see above.")
            : "| the core alone | mean, ms | allocated, MB | per comment, kB |\n| --- | ---: | ---: | ---: |\n"
                + string.Concat(reports.Select(report =>
                {
                    var comments = (int)report.BenchmarkCase.Parameters["Comments"];
                    var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
                    var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name == nameof(LargeIncident.Read) ? "reading" : "composing and planning";
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {name}, {comments:N0} comments | {report.ResultStatistics!.Mean / 1e6:0.0} | {bytes / 1e6:0.0} | {bytes / 1e3 / comments:0.0} |\n");
                }));
    }
}
