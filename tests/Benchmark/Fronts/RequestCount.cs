namespace PostmortemAction.Benchmark.Fronts;

/// <summary>Counts requests as they begin and end, and the mishap's turn among them.</summary>
internal sealed class RequestCount(Mishap? mishap)
{
    private readonly Lock door = new();
    private int requests;
    private int writes;
    private int deepest;
    private int deepestEnded;
    private int candidates;
    private string? protocol;
    private TimeSpan answering;

    /// <summary>The depth of a request that begins now, and whether the mishap is its own.</summary>
    public (int Depth, Mishap? Mishap) Begin(string method, string path, string spoken, bool isWrite)
    {
        lock (door)
        {
            requests++;
            writes += isWrite ? 1 : 0;
            protocol ??= spoken;
            deepest = Math.Max(deepest, deepestEnded + 1);
            var isMet = mishap?.Meets(method, path) == true && ++candidates == mishap.Nth;
            return (deepestEnded + 1, isMet ? mishap : null);
        }
    }

    /// <param name="time">How long the emulated GitHub took.</param>
    public void End(int depth, TimeSpan time)
    {
        lock (door)
        {
            answering += time;
            deepestEnded = Math.Max(deepestEnded, depth);
        }
    }

    public Tally ToTally()
    {
        lock (door)
        {
            return new(requests, deepest, writes, answering, protocol, mishap is not null && candidates >= mishap.Nth);
        }
    }
}
