using System.Text.RegularExpressions;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Faults;
using PostmortemAction.Convergence.Simulation.Runs;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>How a situation ends when nothing goes wrong.</summary>
/// <param name="Requests">The requests of the run in their order.</param>
public sealed record Baseline(Situation Situation, int Incident, string FinalState, IReadOnlyList<SimulatedRequest> Requests)
{
    private static readonly Regex Changing = new(@"[0-9a-f]{7,}|[0-9]+|\?.*", RegexOptions.NonBacktracking);

    public static Baseline Of(Situation situation)
    {
        var (github, incident) = situation.Begin();
        var requests = new List<SimulatedRequest>();
        var result = ActionInProcess.Run(github, incident, new() { Event = situation.Event, Connected = connection => connection.Observe = requests.Add });
        Assert.True(result.ExitCode == 0, $"{situation}: {result.Log}{result.Bug}");
        github.CheckAtRest();
        Assert.Empty(github.Violations);
        return new(situation, incident, github.FinalState(), requests);
    }

    /// <summary>Every fault at every request that it can happen to, once and to the end of the run.</summary>
    public IEnumerable<PlannedFault> Faults() =>
        from k in Places()
        from fault in FaultCatalogue.All
        where fault.Requests.Contains(Requests[k - 1])
        from planned in (PlannedFault[])[fault.At(k), fault.From(k)]
        select planned;

    public string Describe(PlannedFault fault) => $"{fault} ({Shape(Requests[fault.First - 1])})";

    private static string Shape(SimulatedRequest request) => $"{request.Method} {Changing.Replace(request.Address.PathAndQuery, "*")}";

    /// <summary>Of a row of alike requests the first two, one amidst and the last stand for all.</summary>
    public IEnumerable<int> Places()
    {
        var shapes = Requests.Select(Shape).ToList();
        for (var k = 1; k <= shapes.Count; k++)
        {
            var same = Enumerable.Range(1, shapes.Count).Where(i => shapes[i - 1] == shapes[k - 1]).ToList();
            var place = same.IndexOf(k);
            if (same.Count <= 6 || place < 2 || place == same.Count / 2 || place == same.Count - 1)
            {
                yield return k;
            }
        }
    }
}
