namespace PostmortemAction.Convergence.Simulation.Journals;

/// <summary>A request as it is remembered.</summary>
/// <param name="Index">Counts all requests of the world, from 1.</param>
/// <param name="Run">The connection that sent it.</param>
/// <param name="RunIndex">Counts the requests of the run, from 1.</param>
/// <param name="Path">With the query.</param>
/// <param name="At">When it was sent.</param>
public sealed record RequestEntry(int Index, string Run, int RunIndex, string Method, string Path, string? Body, DateTimeOffset At, bool IsWrite)
{
    /// <summary>What the client saw; 0 where it got no answer.</summary>
    public int Status { get; internal set; }

    /// <summary>What the server said each time that the request took effect; a late effect says so later.</summary>
    public IReadOnlyList<int> Effects { get; internal set; } = [];

    /// <summary>The fault that it met.</summary>
    public string? Fault { get; internal set; }

    public override string ToString() => $"{Index} {Run}/{RunIndex} {Method} {Path} {Status}{(Fault is null ? "" : $" {Fault}")}";
}
