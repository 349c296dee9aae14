namespace PostmortemAction.Convergence.Simulation.Times;

/// <summary>
/// Takes turns on one thread: first all that is ready, then the next timer. Without a run, timers fire on the thread pool,
/// one after the other.
/// </summary>
internal sealed class EventLoop(VirtualTime time) : SynchronizationContext
{
    /// <summary>How long other threads are waited for, on a real clock, before the run counts as stuck.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> ready = new();
    private int runs;
    private bool isPumping;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (gate)
        {
            ready.Enqueue((d, state));
            Monitor.PulseAll(gate);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    public T Run<T>(Func<Task<T>> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        runs++;
        try
        {
            var task = work();
            _ = task.ContinueWith(
                _ => Post(static _ => { }, null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                Turn();
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            runs--;
            SetSynchronizationContext(before);
        }
    }

    public void DelayBegan()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
            if (runs > 0 || isPumping)
            {
                return;
            }

            isPumping = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => Pump(), null);
    }

    private void Turn()
    {
        if (TakeReady() is { } next)
        {
            next.Callback(next.State);
        }
        else if (!time.FireNext() && !WaitForOthers() && !time.FireNext(timeoutsToo: true))
        {
            throw new InvalidOperationException("The run waits for something that nobody will bring.");
        }
    }

    private (SendOrPostCallback Callback, object? State)? TakeReady()
    {
        lock (gate)
        {
            return ready.TryDequeue(out var next) ? next : null;
        }
    }

    /// <summary>Work on other threads, such as the thread pool's, comes back through <see cref="Post"/>.</summary>
    private bool WaitForOthers()
    {
        lock (gate)
        {
            return ready.Count > 0 || Monitor.Wait(gate, Patience);
        }
    }

    private void Pump()
    {
        while (time.FireNext())
        {
        }

        lock (gate)
        {
            isPumping = false;
        }

        // A delay that began just before had no pump started for it.
        if (time.HasDelay)
        {
            DelayBegan();
        }
    }
}
