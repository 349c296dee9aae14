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

    /// <summary>The depth of a request that begins now, and whether the mishap is its own.</summary>
    public (int Depth, Mishap? Mishap) Begin(string method, string path, string spoken)
    {
        lock (door)
        {
            requests++;
            writes += method is "GET" or "HEAD" || path.EndsWith("/graphql", StringComparison.Ordinal) ? 0 : 1;
            protocol ??= spoken;
            deepest = Math.Max(deepest, deepestEnded + 1);
            var isMet = mishap?.Meets(method, path) == true && ++candidates == mishap.Nth;
            return (deepestEnded + 1, isMet ? mishap : null);
        }
    }

    public void End(int depth)
    {
        lock (door)
        {
            deepestEnded = Math.Max(deepestEnded, depth);
        }
    }

    public Tally ToTally()
    {
        lock (door)
        {
            return new(requests, deepest, writes, protocol, mishap is not null && candidates >= mishap.Nth);
        }
    }
}
