namespace PostmortemAction.GitHub.Tests;

/// <summary>
/// Time that passes without waiting: a delay moves it to the delay's end at once. Time-outs are only noted, and fire when
/// something moves it past them. Its date is another hour at every look, as on a machine whose clock jumps.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly Lock door = new();
    private readonly List<VirtualTimer> timers = [];
    private int looks;

    /// <summary>How much of it has passed.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether delays wait until a test moves the time.</summary>
    public bool IsHeld { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(looks++ % 2 == 0 ? 1 : -1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);

        // A time-out's state is the source that it cancels; any other timer is a delay.
        if (!IsHeld && state is not CancellationTokenSource)
        {
            Advance(dueTime);
        }

        return timer;
    }

    public void Advance(TimeSpan span)
    {
        var end = Elapsed + span;
        while (TakeDue(end) is { } next)
        {
            Elapsed = next.Due > Elapsed ? next.Due : Elapsed;
            next.Fire();
        }

        Elapsed = end;
    }

    private VirtualTimer? TakeDue(TimeSpan end)
    {
        lock (door)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null)
            {
                timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.door)
            {
                time.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time.Elapsed + dueTime;
                    time.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
