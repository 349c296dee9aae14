namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>Something that can happen to a request.</summary>
/// <param name="Id">As in the list of faults, such as <c>F02</c>.</param>
/// <param name="Name">What happens, in words; an id may have several.</param>
/// <param name="Requests">Which requests it can happen to.</param>
/// <param name="Meet">What happens; gives the answer, or throws what the client sees.</param>
public sealed record Fault(string Id, string Name, RequestSet Requests, Func<Exchange, HttpResponseMessage> Meet)
{
    /// <summary>It happens to the k-th request of a run, and to no other.</summary>
    public PlannedFault At(int k) => new(this, k, k);

    /// <summary>It happens to the k-th request of a run, and to all after it.</summary>
    public PlannedFault From(int k) => new(this, k, int.MaxValue);

    public override string ToString() => $"{Id} {Name}";
}
