using System.Globalization;

namespace PostmortemAction.Convergence.Sweeps;

public class FaultSweepTests(ITestOutputHelper output)
{
    public static TheoryData<string> Situations => [.. Situation.All.Select(situation => situation.Name)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void Whatever_happens_to_whichever_request_one_clean_run_later_all_is_as_it_should_be(string name)
    {
        var baseline = Baseline.Of(Situation.Named(name));
        var faults = baseline.Faults().ToList();

        var wrong = Sweep.Of(faults, fault => Trial.Of(baseline, fault), baseline.Describe);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name}: {baseline.Requests.Count} requests, {faults.Count} faults at requests, {faults.Count * 3} runs, {wrong.Count} wrong"));
        Assert.True(wrong.Count == 0, Sweep.Tell(wrong));
    }
}
