namespace PostmortemAction.Convergence.Simulation.Journals;

/// <summary>Something that must not happen, and did.</summary>
/// <param name="Invariant">The name of what was broken.</param>
/// <param name="Request">The index of the last request before it was seen.</param>
public sealed record Violation(string Invariant, int Request, string Message)
{
    public override string ToString() => $"{Invariant} (request {Request}): {Message}";
}
