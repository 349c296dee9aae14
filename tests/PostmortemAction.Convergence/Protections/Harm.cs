using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Convergence.Sweeps;

namespace PostmortemAction.Convergence.Protections;

/// <summary>The trials in which something would come to harm.</summary>
/// <param name="Trials">Gives what is wrong, one line each, with the transport that the product is given.</param>
internal sealed record Harm(Func<Func<World, HttpMessageHandler, HttpMessageHandler>?, IReadOnlyList<string>> Trials)
{
    /// <summary>Faults at each request that they can happen to, once.</summary>
    public static Harm Of(string situation, params string[] faults) => new(off =>
    {
        var baseline = Baseline.Of(Situation.Named(situation));
        return Sweep.Of(baseline.Faults().Where(fault => fault.First == fault.Last && faults.Contains(fault.Fault.Id)), fault => Trial.Of(baseline, fault, off), baseline.Describe);
    });

    /// <summary>A second run in the middle of the first.</summary>
    public static Harm Preempted(string situation) => new(off =>
    {
        var baseline = Baseline.Of(Situation.Named(situation));
        return Sweep.Of(baseline.Places(), place => Trial.Preempted(baseline, place, HoldPoint.AfterEffect, off), place => $"request {place}");
    });

    /// <summary>Somebody acts just before a request; two clean runs later all must be well.</summary>
    public static Harm People(string situation, string name, Action<World> act) => new(off =>
    {
        var baseline = Baseline.Of(Situation.Named(situation));
        return Sweep.Of(baseline.Places().Where(k => baseline.Requests[k - 1].Method != HttpMethod.Patch), k => Try(baseline, FaultOf(baseline, name, act).At(k), off), k => $"request {k}");
    });

    private static Fault FaultOf(Baseline baseline, string name, Action<World> act) => FaultCatalogue.Person(name, github => act(new(github, baseline.Incident)));

    private static IEnumerable<string> Try(Baseline baseline, PlannedFault fault, Func<World, HttpMessageHandler, HttpMessageHandler>? off)
    {
        var world = baseline.Situation.Begin();
        ActionInProcess.Run(world.GitHub, world.Incident, new() { Faults = [fault], Transport = Trial.Transport(world, off) });
        world.GitHub.Time.Advance(TimeSpan.FromMinutes(10));
        ActionInProcess.Run(world.GitHub, world.Incident, new() { Transport = Trial.Transport(world, off) });
        world.GitHub.CheckAtRest();
        foreach (var violation in world.GitHub.Violations)
        {
            yield return violation.ToString();
        }

        if (world.FollowUps().Count < 3)
        {
            yield return "a task has no follow-up of ours";
        }
    }
}
