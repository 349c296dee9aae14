namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>The run's process is gone, as by SIGKILL. Nothing that handles failures of the network or cancellation may take it for one.</summary>
public sealed class RunKilledException() : Exception("The process was killed.");
