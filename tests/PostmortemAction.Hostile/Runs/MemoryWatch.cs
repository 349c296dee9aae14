namespace PostmortemAction.Hostile.Runs;

/// <summary>By how much the process's memory grew at most while something ran. GitHub's own memory, which is simulated in the same process, counts too.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long before;
    private readonly Timer timer;
    private long most;

    public MemoryWatch()
    {
        GC.Collect();
        before = most = Environment.WorkingSet;
        timer = new(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
    }

    public long Megabytes => (Math.Max(most, Environment.WorkingSet) - before) / 1024 / 1024;

    public void Dispose() => timer.Dispose();

    private void Look() => most = Math.Max(most, Environment.WorkingSet);
}
