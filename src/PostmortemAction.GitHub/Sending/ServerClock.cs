namespace PostmortemAction.GitHub;

/// <summary>The server's time: what its latest answer said, advanced by a clock that nobody sets. The machine's own date may be wrong or jump.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    private readonly long start = time.GetTimestamp();
    private Reading? latest;

    /// <summary>How long it has been running, by the monotonic clock.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public DateTimeOffset? Now => latest is { } reading ? reading.Date + (Elapsed - reading.At) : null;

    public void Set(DateTimeOffset date) => latest = new(date, Elapsed);

    private sealed record Reading(DateTimeOffset Date, TimeSpan At);
}
