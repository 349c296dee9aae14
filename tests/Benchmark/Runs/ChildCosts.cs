using System.Globalization;
using System.Runtime.InteropServices;

namespace PostmortemAction.Benchmark.Runs;

/// <summary>What Linux knows of the processes that we started.</summary>
internal static partial class ChildCosts
{
    private const int Children = -1;

    /// <summary>User and system time of all children that have ended: the difference around one is that one's.</summary>
    public static TimeSpan Cpu()
    {
        // Seconds and microseconds of the user's time, then of the system's, then 14 numbers that nobody needs here.
        Span<long> usage = stackalloc long[18];
        return GetUsage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("The system does not tell what its processes cost.");
    }

    /// <summary>The most memory that was resident so far, in MiB; null when the process is over.</summary>
    public static double? PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, Span<long> usage);
}
