namespace PostmortemAction.Convergence.Simulation.Times;

/// <summary>A timer of <see cref="VirtualTime"/>.</summary>
/// <param name="isDelay">Whether somebody waits for it, so that the clock may move on to it.</param>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state, bool isDelay) : ITimer
{
    public static readonly IComparer<VirtualTimer> ByDue = Comparer<VirtualTimer>.Create((a, b) =>
        a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.order.CompareTo(b.order));

    private long order = -1;

    public bool IsDelay => isDelay;

    public TimeSpan Due { get; private set; }

    public TimeSpan Period { get; private set; }

    /// <param name="turn">Of those that are due at once, the one that was set first fires first.</param>
    public void Plan(TimeSpan due, TimeSpan period, long turn) => (Due, Period, order) = (due, period, turn);

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        time.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => time.Forget(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
