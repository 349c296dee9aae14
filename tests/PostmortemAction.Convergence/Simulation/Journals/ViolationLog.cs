namespace PostmortemAction.Convergence.Simulation.Journals;

/// <summary>All that was broken, each once however long it lasted.</summary>
internal sealed class ViolationLog
{
    private readonly Lock gate = new();
    private readonly List<Violation> all = [];

    public IReadOnlyList<Violation> All
    {
        get
        {
            lock (gate)
            {
                return [.. all];
            }
        }
    }

    public void Add(Violation violation)
    {
        lock (gate)
        {
            if (!all.Exists(known => known.Invariant == violation.Invariant && known.Message == violation.Message))
            {
                all.Add(violation);
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            all.Clear();
        }
    }
}
