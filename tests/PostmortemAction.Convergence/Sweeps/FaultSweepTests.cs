using System.Globalization;
using PostmortemAction.Convergence.Simulation.Invariants;

namespace PostmortemAction.Convergence.Sweeps;

public class FaultSweepTests(ITestOutputHelper output)
{
    /// <summary><c>SWEEP=24</c> tries one in 24, another one in each situation, where all of it takes too long.</summary>
    private static readonly int Step = int.TryParse(Environment.GetEnvironmentVariable("SWEEP"), CultureInfo.InvariantCulture, out var step) ? Math.Max(1, step) : 1;

    public static TheoryData<string> Situations => [.. Situation.All.Select(situation => situation.Name)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Whatever_happens_to_whichever_request_one_clean_run_later_all_is_as_it_should_be(string name)
    {
        var baseline = Baseline.Of(Situation.Named(name));
        var all = baseline.Faults().ToList();
        var first = Situation.All.Index().First(each => each.Item.Name == name).Index;
        var faults = all.Where((_, i) => i % Step == first % Step).ToList();

        var wrong = Sweep.Of(faults, fault => Trial.Of(baseline, fault), baseline.Describe);

        var kinds = all.Select(fault => fault.Fault).Distinct().Count();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {baseline.Requests.Count} requests x {kinds} faults x once and to the end, where they apply: {all.Count}; tried {faults.Count}, each with a clean run after it; {Count(InvariantNames.OneOpenPullRequest, InvariantNames.OneStatusComment, InvariantNames.OneFollowUpPerTask)} duplicates, {Count(InvariantNames.HumanTextKept)} texts lost, {wrong.Count} wrong"));
        Assert.True(wrong.Count == 0, Sweep.Tell(wrong));

        int Count(params string[] invariants) => wrong.Count(line => invariants.Any(invariant => line.Contains(invariant, StringComparison.Ordinal)));
    }
}
