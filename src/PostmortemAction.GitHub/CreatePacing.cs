namespace PostmortemAction.GitHub;

/// <summary>GitHub allows about 80 creations a minute. Short runs stay below that by themselves; long ones send one a second at most.</summary>
/// <remarks>Creations come one after the other, so nothing here is guarded.</remarks>
internal sealed class CreatePacing(ServerClock clock, TimeProvider time)
{
    private const int Unpaced = 40;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private int count;
    private TimeSpan latest;

    public async Task WaitAsync(CancellationToken cancellation)
    {
        if (count >= Unpaced && latest + Pace - clock.Elapsed is { Ticks: > 0 } wait)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), time, cancellation);
        }
    }

    public void Note() => (count, latest) = (count + 1, clock.Elapsed);
}
