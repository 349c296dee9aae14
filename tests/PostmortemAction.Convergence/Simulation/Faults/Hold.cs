namespace PostmortemAction.Convergence.Simulation.Faults;

/// <summary>Where a request is frozen.</summary>
public enum HoldPoint
{
    /// <summary>On its way to the server.</summary>
    BeforeEffect,

    /// <summary>On the answer's way back.</summary>
    AfterEffect,
}

/// <summary>
/// A request of one run that is frozen until it is released, as when the machine that runs it stands still. If the request's time-out passes
/// meanwhile, a request that had not taken effect is never delivered.
/// </summary>
public sealed class Hold(int at, HoldPoint point)
{
    private readonly TaskCompletionSource reached = new();
    private readonly TaskCompletionSource released = new();

    /// <summary>The request, counted within its run.</summary>
    public int At { get; } = at;

    public HoldPoint Point { get; } = point;

    /// <summary>Ends when the request is there; a run with fewer requests never gets there.</summary>
    public Task Reached => reached.Task;

    public void Release() => released.TrySetResult();

    internal Task WaitAsync()
    {
        reached.TrySetResult();
        return released.Task;
    }
}
