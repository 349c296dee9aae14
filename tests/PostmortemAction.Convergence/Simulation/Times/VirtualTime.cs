namespace PostmortemAction.Convergence.Simulation.Times;

/// <summary>
/// A clock of its own: waiting takes no time. A delay (<c>Task.Delay(span, time)</c>) moves the clock to its end as soon as nothing else
/// can go on; a time-out (<c>new CancellationTokenSource(span, time)</c>) moves nothing and fires when something moves the clock past it.
/// </summary>
public sealed class VirtualTime : TimeProvider
{
    /// <summary>When every simulation begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly SortedSet<VirtualTimer> timers = new(VirtualTimer.ByDue);
    private readonly EventLoop loop;
    private long now;
    private long order;
    private TimeSpan jump;

    public VirtualTime() => loop = new(this);

    /// <summary>The time that passed since the start, whatever the wall clock shows.</summary>
    public TimeSpan Elapsed => new(Volatile.Read(ref now));

    /// <summary>What a right clock shows: the server's time.</summary>
    public DateTimeOffset ServerNow => Start + Elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => ServerNow + jump;

    public override long GetTimestamp() => Volatile.Read(ref now);

    /// <summary>Sets the runner's wall clock forward or back; no time passes.</summary>
    public void Jump(TimeSpan by) => jump += by;

    /// <summary>Lets time pass; whatever is due on the way happens on the way, in its order.</summary>
    public void Advance(TimeSpan by)
    {
        var end = Elapsed + by;
        while (Next(end) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Lets something happen when the clock passes a time; nobody waits for it.</summary>
    public IDisposable Schedule(TimeSpan after, Action action) => Register(new(this, _ => action(), null, isDelay: false), after, Timeout.InfiniteTimeSpan);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isDelay = state is not CancellationTokenSource && period == Timeout.InfiniteTimeSpan;
        return Register(new(this, callback, state, isDelay), dueTime, period);
    }

    /// <summary>
    /// Runs work on one thread, as a simulation of events: everything that can go on does, then the next timer fires. So the same work
    /// always takes the same course.
    /// </summary>
    public T Run<T>(Func<Task<T>> work) => loop.Run(work);

    /// <summary>Whether somebody waits for a delay.</summary>
    internal bool HasDelay
    {
        get
        {
            lock (gate)
            {
                return timers.Any(each => each.IsDelay);
            }
        }
    }

    /// <summary>Fires the earliest timer, if somebody waits for a delay.</summary>
    internal bool FireNext(bool timeoutsToo = false)
    {
        VirtualTimer? timer;
        lock (gate)
        {
            timer = timeoutsToo || HasDelay ? Take(TimeSpan.MaxValue) : null;
        }

        timer?.Fire();
        return timer is not null;
    }

    internal void Set(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Plan(Elapsed + dueTime, period, order++);
            timers.Add(timer);
        }

        if (timer.IsDelay)
        {
            loop.DelayBegan();
        }
    }

    internal void Forget(VirtualTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private VirtualTimer Register(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        Set(timer, dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock to the next timer before the end, or to the end.</summary>
    private VirtualTimer? Next(TimeSpan end)
    {
        lock (gate)
        {
            if (Take(end) is { } timer)
            {
                return timer;
            }

            now = Math.Max(now, end.Ticks);
            return null;
        }
    }

    private VirtualTimer? Take(TimeSpan end)
    {
        if (timers.Min is not { } timer || timer.Due > end)
        {
            return null;
        }

        timers.Remove(timer);
        now = Math.Max(now, timer.Due.Ticks);
        if (timer.Period > TimeSpan.Zero)
        {
            timer.Plan(Elapsed + timer.Period, timer.Period, order++);
            timers.Add(timer);
        }

        return timer;
    }
}
