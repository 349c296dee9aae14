namespace PostmortemAction.GitHub;

/// <summary>GitHub allows about 80 creations a minute. Short runs stay below that by themselves; long ones send one a second at most.</summary>
internal sealed class CreatePacing(ServerClock clock, TimeProvider time)
{
    private const int Unpaced = 40;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Lock door = new();
    private int count;
    private TimeSpan latest;

    /// <summary>How many had their turn.</summary>
    public int Count => count;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        if (Turn() is { Ticks: > 0 } wait)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellation);
        }
    }

    /// <summary>How long it is until the turn of one more.</summary>
    private TimeSpan Turn()
    {
        lock (door)
        {
            var now = clock.Elapsed;
            latest = ++count > Unpaced && latest + Pace > now ? latest + Pace : now;
            return latest - now;
        }
    }
}
