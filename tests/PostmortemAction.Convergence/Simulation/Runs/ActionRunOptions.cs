using PostmortemAction.Convergence.Simulation.Faults;

namespace PostmortemAction.Convergence.Simulation.Runs;

/// <summary>How a run is started, and what happens to it.</summary>
public sealed record ActionRunOptions
{
    /// <summary>The run's name in the journal.</summary>
    public string Name { get; init; } = "run";

    public IReadOnlyList<PlannedFault> Faults { get; init; } = [];

    /// <summary>The action's inputs.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables that differ from the runner's usual ones.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The event's payload; by default the incident was labelled <c>resolved</c>.</summary>
    public (string Name, string Json)? Event { get; init; }

    /// <summary>What stands between the product and the connection; nothing by default.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? Transport { get; init; }

    /// <summary>Sees the connection before the run begins, to hold requests for example.</summary>
    public Action<Connection>? Connected { get; init; }
}
