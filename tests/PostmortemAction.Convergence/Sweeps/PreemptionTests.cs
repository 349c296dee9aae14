using System.Globalization;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

public class PreemptionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("first publish")]
    [InlineData("update")]
    [InlineData("human-edited document")]
    [InlineData("reopened pull request")]
    [InlineData("reviewed tasks")]
    [InlineData("overdue follow-up")]
    [InlineData("two repositories")]
    [InlineData("overdue in another repository")]
    [InlineData("index and digest")]
    public void A_second_run_in_the_middle_of_the_first_makes_nothing_twice(string name)
    {
        var baseline = Baseline.Of(Situation.Named(name));
        var places = baseline.Places().SelectMany(k => ((int, HoldPoint)[])[(k, HoldPoint.BeforeEffect), (k, HoldPoint.AfterEffect)]).ToList();

        var wrong = Sweep.Of(places, place => Trial.Preempted(baseline, place.Item1, place.Item2), place => place.ToString());

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {places.Count} pairs of runs, {wrong.Count} wrong"));
        Assert.True(wrong.Count == 0, Sweep.Tell(wrong));
    }
}
