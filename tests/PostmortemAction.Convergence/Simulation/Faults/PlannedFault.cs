namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>A fault that some requests of a run meet, where it applies to them.</summary>
public sealed record PlannedFault(Fault Fault, int First, int Last)
{
    public bool Meets(SimulatedRequest request) =>
        request.Entry.RunIndex >= First && request.Entry.RunIndex <= Last && Fault.Requests.Contains(request);

    public override string ToString() => $"{Fault} at request {First}{(Last > First ? " and after" : "")}";
}
