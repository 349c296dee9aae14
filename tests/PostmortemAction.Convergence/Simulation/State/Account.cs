namespace PostmortemAction.Convergence.Simulation.State;

/// <summary>A person or a bot.</summary>
/// <param name="Permission">On the repository: <c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</param>
public sealed record Account(string Login, long Id, string Permission)
{
    public bool IsBot => Login.EndsWith("[bot]", StringComparison.Ordinal);

    public bool CanWrite => Permission is "admin" or "write";
}
