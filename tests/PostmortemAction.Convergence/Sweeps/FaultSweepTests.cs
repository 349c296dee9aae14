using System.Globalization;

namespace PostmortemAction.Convergence.Sweeps;

public class FaultSweepTests(ITestOutputHelper output)
{
    /// <summary><c>SWEEP=all</c> tries all of it, for some ten minutes; else each sixth, another one in each situation.</summary>
    private static readonly int Step = Environment.GetEnvironmentVariable("SWEEP") == "all" ? 1 : 6;

    public static TheoryData<string> Situations => [.. Situation.All.Select(situation => situation.Name)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Whatever_happens_to_whichever_request_one_clean_run_later_all_is_as_it_should_be(string name)
    {
        var baseline = Baseline.Of(Situation.Named(name));
        var all = baseline.Faults().ToList();
        var faults = all.Where((_, i) => i % Step == name.Length % Step).ToList();

        var wrong = Sweep.Of(faults, fault => Trial.Of(baseline, fault), baseline.Describe);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {baseline.Requests.Count} requests, {all.Count} faults at requests, {faults.Count} of them tried, {wrong.Count} wrong"));
        Assert.True(wrong.Count == 0, Sweep.Tell(wrong));
    }
}
