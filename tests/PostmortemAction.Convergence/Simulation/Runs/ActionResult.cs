namespace PostmortemAction.Convergence.Simulation.Runs;

/// <summary>What became of a run.</summary>
/// <param name="Outputs">Parsed as the runner parses them.</param>
/// <param name="Killed">Whether its process was gone before it ended.</param>
/// <param name="Interrupted">Whether it ended because it was told to.</param>
/// <param name="Bug">An exception that nobody caught.</param>
/// <param name="Requests">How many requests it sent.</param>
/// <param name="Took">How much time passed meanwhile.</param>
public sealed record ActionResult(
    int ExitCode,
    string Log,
    IReadOnlyDictionary<string, string> Outputs,
    string Summary,
    string? Json,
    bool Killed,
    bool Interrupted,
    Exception? Bug,
    int Requests,
    TimeSpan Took);
