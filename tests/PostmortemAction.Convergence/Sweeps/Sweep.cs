using System.Collections.Concurrent;
using System.Globalization;

namespace PostmortemAction.Convergence.Sweeps;

/// <summary>Tries many things, each in a world of its own, and tells what went wrong.</summary>
internal static class Sweep
{
    /// <summary>Threads of their own: a world blocks its thread, and the pool's are what its continuations need.</summary>
    public static IReadOnlyList<string> Of<T>(IEnumerable<T> trials, Func<T, IEnumerable<string>> wrong, Func<T, string> name)
    {
        var queue = new ConcurrentQueue<T>(trials);
        var found = new ConcurrentQueue<string>();
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. found.Order(StringComparer.Ordinal)];

        void Work()
        {
            while (queue.TryDequeue(out var trial))
            {
                try
                {
                    foreach (var problem in wrong(trial))
                    {
                        found.Enqueue($"{name(trial)}: {problem}");
                    }
                }
                catch (Exception e)
                {
                    found.Enqueue($"{name(trial)}: {e}");
                }
            }
        }
    }

    /// <summary>Alike ones once, with a count.</summary>
    public static string Tell(IReadOnlyList<string> wrong) => string.Join('\n', wrong
        .GroupBy(line => line[..Math.Min(line.Length, 60)])
        .OrderByDescending(group => group.Count())
        .Take(60)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} x {group.First()[..Math.Min(700, group.First().Length)]}")));
}
