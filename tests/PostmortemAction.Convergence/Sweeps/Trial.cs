using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>One run with a fault in it, a clean run after it, and one more: what is wrong with them.</summary>
public static class Trial
{
    /// <summary>An answer that shows less looks like an incident that says less, so a run may end well on what it saw.</summary>
    private static readonly string[] LooksDifferent = ["F22", "F23", "F24", "F25"];

    /// <returns>What went wrong, in one line each.</returns>
    public static IReadOnlyList<string> Of(Baseline baseline, PlannedFault fault)
    {
        var (github, incident) = baseline.Situation.Begin();
        if (fault.Fault.Id == "F29")
        {
            // The server itself made two of it; from then on it must be put right.
            github.AtRestOnly.Add(InvariantNames.OneFollowUpPerTask);
            github.AtRestOnly.Add(InvariantNames.OneStatusComment);
        }

        var problems = new List<string>();
        var first = ActionInProcess.Run(github, incident, new() { Faults = [fault] });
        if (first.ExitCode == 0 && !LooksDifferent.Contains(fault.Fault.Id) && fault.Fault.Id != "F29" && github.FinalState() != baseline.FinalState)
        {
            problems.Add($"the run ended well, and is not done: {Difference(baseline.FinalState, github.FinalState())}");
        }

        problems.AddRange(After(baseline, github, incident));
        return problems;
    }

    /// <summary>Whether one clean run brings everything to where it should be, and leaves the next one nothing to do.</summary>
    public static IEnumerable<string> After(Baseline baseline, SimulatedGitHub github, int incident)
    {
        // The next run comes when GitHub lets it.
        var quiet = github.QuietUntil - github.Time.ServerNow;
        github.Time.Advance(quiet > TimeSpan.Zero ? quiet : TimeSpan.FromSeconds(1));
        var clean = ActionInProcess.Run(github, incident);
        if (clean.ExitCode != 0)
        {
            yield return $"the clean run failed: {clean.Log}{clean.Bug}";
        }

        if (github.FinalState() is var state && state != baseline.FinalState)
        {
            yield return $"the clean run ends elsewhere: {Difference(baseline.FinalState, state)}";
        }

        var count = github.Requests.Count;
        ActionInProcess.Run(github, incident);
        if (github.Requests.Skip(count).FirstOrDefault(request => request.IsWrite) is { } write)
        {
            yield return $"a run without a change writes: {write}";
        }

        github.CheckAtRest();
        foreach (var violation in github.Violations)
        {
            yield return violation.ToString();
        }
    }

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {at}: expected {string.Join(" / ", left.Skip(at).Take(3))}, is {string.Join(" / ", right.Skip(at).Take(3))}";
    }
}
