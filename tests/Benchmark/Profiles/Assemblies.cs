using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>The published program's assemblies, as they were trimmed: rows of their tables are what a trace names.</summary>
internal sealed class Assemblies : IDisposable
{
    private readonly List<PEReader> files = [];
    private readonly Dictionary<string, MetadataReader> readers = [];

    public Assemblies(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.dll"))
        {
            var file = new PEReader(File.OpenRead(path));
            files.Add(file);
            if (file.HasMetadata)
            {
                readers.Add(Path.GetFileName(path), file.GetMetadataReader());
            }
        }
    }

    /// <summary>Null for what was made up at run time.</summary>
    public MetadataReader? this[string module] => readers.GetValueOrDefault(module);

    public void Dispose() => files.ForEach(file => file.Dispose());
}
