using System.Reflection;

namespace PostmortemAction.Convergence.Simulation;

/// <summary>Where the repository is on the machine that built the tests.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = typeof(RepositoryRoot).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;
}
