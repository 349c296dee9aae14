using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Invariants;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>One run with a fault in it, a clean run after it, and one more: what is wrong with them.</summary>
public static class Trial
{
    /// <summary>
    /// An answer that shows less looks like an incident that says less, so a run may end well on what it saw. A comment that is refused is
    /// told in the summary, an attachment that is refused as a note. What the server itself doubled is put right by the next run.
    /// </summary>
    private static readonly string[] EndsWellAllTheSame = ["F14", "F16", "F21", "F22", "F23", "F24", "F25", "F29"];

    private const string Offer = "<!-- postmortem-action offer ";

    /// <returns>What went wrong, in one line each.</returns>
    public static IReadOnlyList<string> Of(Baseline baseline, PlannedFault fault, Func<World, HttpMessageHandler, HttpMessageHandler>? transport = null)
    {
        var world = baseline.Situation.Begin();
        var (github, incident) = world;
        if (fault.Fault.Id == "F29")
        {
            // The server itself made two of it; from then on it must be put right.
            github.AtRestOnly.Add(InvariantNames.OneFollowUpPerTask);
            github.AtRestOnly.Add(InvariantNames.OneStatusComment);
        }

        var problems = new List<string>();
        var first = ActionInProcess.Run(github, incident, new() { Faults = [fault], Transport = Transport(world, transport), Event = baseline.Situation.Event });
        if (first.ExitCode == 0 && !EndsWellAllTheSame.Contains(fault.Fault.Id) && !IsRefusedElsewhere(baseline, fault) && Comparable(github.FinalState(), fault) != Comparable(baseline.FinalState, fault))
        {
            problems.Add($"the run ended well, and is not done: {Difference(baseline.FinalState, github.FinalState())}");
        }

        problems.AddRange(After(baseline, world, fault, transport));
        return problems;
    }

    /// <summary>Another repository that refuses ends no run: its rows wait, and the run says so.</summary>
    private static bool IsRefusedElsewhere(Baseline baseline, PlannedFault fault) =>
        baseline.Requests[fault.First - 1].Segments is ["repos", "acme", "login", ..] && fault.Fault.Id is "F19" or "F28";

    /// <summary>A second run in the middle of the first, and a clean run after both.</summary>
    public static IEnumerable<string> Preempted(Baseline baseline, int request, HoldPoint point, Func<World, HttpMessageHandler, HttpMessageHandler>? transport = null)
    {
        var world = baseline.Situation.Begin();
        ActionInProcess.RunPreempted(world.GitHub, world.Incident, request, point, Transport(world, transport), baseline.Situation.Event);
        return After(baseline, world, null, transport);
    }

    internal static Func<HttpMessageHandler, HttpMessageHandler>? Transport(World world, Func<World, HttpMessageHandler, HttpMessageHandler>? transport) =>
        transport is null ? null : inner => transport(world, inner);

    /// <summary>Whether one clean run brings everything to where it should be, and leaves the next one nothing to do.</summary>
    private static IEnumerable<string> After(Baseline baseline, World world, PlannedFault? fault, Func<World, HttpMessageHandler, HttpMessageHandler>? transport)
    {
        var (github, incident) = world;
        var options = new ActionRunOptions { Transport = Transport(world, transport), Event = baseline.Situation.Event };
        // The next run comes when GitHub lets it.
        var quiet = github.QuietUntil - github.Time.ServerNow;
        github.Time.Advance(quiet > TimeSpan.Zero ? quiet : TimeSpan.FromSeconds(1));
        var clean = ActionInProcess.Run(github, incident, options);
        if (clean.ExitCode != 0)
        {
            yield return $"the clean run failed: {clean.Log}{clean.Bug}";
        }

        if (Comparable(github.FinalState(), fault) is var state && Comparable(baseline.FinalState, fault) is var expected && state != expected)
        {
            yield return $"the clean run ends elsewhere: {Difference(expected, state)}";
        }

        // A third run costs as much as the others, so every sixth trial has one.
        var count = github.Requests.Count;
        if (count % 6 == 0)
        {
            ActionInProcess.Run(github, incident, options);
        }

        if (github.Requests.Skip(count).FirstOrDefault(request => request.IsWrite) is { } write)
        {
            yield return $"a run without a change writes: {write}";
        }

        github.CheckAtRest();
        // A reminder that the server itself doubled was read before anybody could take it back.
        foreach (var violation in github.Violations.Where(violation => fault?.Fault.Id != "F29" || violation.Invariant != InvariantNames.RemindedOnce))
        {
            yield return violation.ToString();
        }
    }

    /// <summary>
    /// Some faults leave a trace, as they must: an issue without the assignee, a digest without the label that the server refused, an offer made on half an answer, and
    /// what the server doubled, an issue that was closed again or the same offer below the first.
    /// </summary>
    private static string Comparable(string state, PlannedFault? fault) => fault?.Fault.Id switch
    {
        "F14" => string.Join('\n', state.Split('\n').Where(line => !line.StartsWith("assignees: ", StringComparison.Ordinal) && line is not ("labels: postmortem-digest" or "labels: "))),
        "F22" or "F23" or "F24" => string.Join("\n-- ", state.Split("\n-- ").Where(part => !part.Contains(Offer, StringComparison.Ordinal))),
        "F29" => string.Join("\n== ", state.Split("\n== ").Where(part => !IsClosedAgain(part)).Select(Once)),
        _ => state,
    };

    private static string Once(string part) => string.Join("\n-- ", part.Split("\n-- ").Select(comment => comment.TrimEnd()).Distinct());

    private static bool IsClosedAgain(string part) =>
        part.Split('\n')[0].Contains(" again ", StringComparison.Ordinal) && part.Contains("closed not_planned", StringComparison.Ordinal);

    private static string Difference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var at = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {at}: expected {string.Join(" / ", left.Skip(at).Take(3))}, is {string.Join(" / ", right.Skip(at).Take(3))}";
    }
}
