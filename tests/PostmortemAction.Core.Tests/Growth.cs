namespace PostmortemAction.Core.Tests;

/// <summary>How work grows with what it is given, without a clock: by what it allocates.</summary>
internal static class Growth
{
    private const int Small = 8_192;
    private const int Large = 65_536;

    /// <summary>Eight times as much may cost twice eight times as much; work that grows with the square costs 64 times as much.</summary>
    private const int MostTimes = 16;

    /// <summary>What is set up once, whatever the size.</summary>
    private const long Once = 2_000_000;

    public static void IsLinear(Func<int, string> input, Action<string> work)
    {
        var (small, large) = (input(Small), input(Large));
        work(small);
        work(large);
        var (cost, most) = (Cost(large, work), (Cost(small, work) * MostTimes) + Once);
        Assert.True(cost <= most, $"{cost} bytes for {large.Length} characters, {most} at most");
    }

    public static string Heap(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static long Cost(string text, Action<string> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
