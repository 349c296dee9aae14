using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>
/// A profile for the compiler ahead of time (<c>.mibc</c>): an assembly whose methods load the tokens of those that runs called, one method for each
/// set of assemblies, in a ZIP archive. https://github.com/dotnet/runtime/blob/main/src/coreclr/tools/dotnet-pgo/dotnet-pgo-experiment.md#mibc-file-format
/// </summary>
internal static class ProfileFile
{
    /// <summary>Always the same, so that the same methods make the same bytes.</summary>
    private static readonly Guid Id = new("5f3e4d6c-7a1b-4c02-9d8e-2b1a0c9f8e7d");

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="methods">In the order in which they shall stand in the program, without repetitions.</param>
    /// <returns>How many of them could be named.</returns>
    public static int Write(string path, IReadOnlyList<UsedMethod> methods, Assemblies assemblies)
    {
        var (metadata, code) = (new MetadataBuilder(), new BlobBuilder());
        var name = metadata.GetOrAddString(Path.GetFileNameWithoutExtension(path));
        metadata.AddModule(0, name, metadata.GetOrAddGuid(Id), default, default);
        metadata.AddAssembly(name, new(0, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var nothing = new BlobBuilder();
        new BlobEncoder(nothing).MethodSignature().Parameters(0, result => result.Void(), _ => { });
        var (bodies, signature) = (new MethodBodyStreamEncoder(code), metadata.GetOrAddBlob(nothing));

        var references = new References(metadata, assemblies);
        var groups = new SortedDictionary<string, InstructionEncoder>(StringComparer.Ordinal);
        var weight = metadata.GetOrAddUserString("ExclusiveWeight");
        var count = 0;
        for (var i = 0; i < methods.Count; i++)
        {
            foreach (var method in references.Methods(methods[i]))
            {
                var of = references.AssembliesOf(methods[i]).ToList();
                var key = string.Concat(of.Skip(1).Order(StringComparer.Ordinal).Prepend(of[0]).Select(each => each + ";"));
                if (!groups.TryGetValue(key, out var group))
                {
                    groups.Add(key, group = new(new BlobBuilder()));
                }

                // The heavier, the further to the front.
                group.OpCode(ILOpCode.Ldtoken);
                group.Token(method);
                group.LoadString(weight);
                group.LoadConstantI4(methods.Count - i);
                group.OpCode(ILOpCode.Pop);

                // Behind a method that is not there any more the compiler overlooks the next one, but for this.
                group.OpCode(ILOpCode.Pop);
                count++;
            }
        }

        var index = new InstructionEncoder(new BlobBuilder());
        foreach (var (key, group) in groups)
        {
            index.LoadString(metadata.GetOrAddUserString(key));
            index.OpCode(ILOpCode.Ldtoken);
            index.Token(Add($"Assemblies_{key}", group));
            index.OpCode(ILOpCode.Pop);
        }

        Add("AssemblyDictionary", index);
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), code, deterministicIdProvider: _ => new(Id, 1)).Serialize(image);

        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        var entry = archive.CreateEntry(Path.GetFileName(path) + ".dll", CompressionLevel.SmallestSize);
        entry.LastWriteTime = Epoch;
        using var content = entry.Open();
        image.WriteContentTo(content);
        return count;

        MethodDefinitionHandle Add(string title, InstructionEncoder body) => metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, metadata.GetOrAddString(title), signature, bodies.AddMethodBody(body), default);
    }
}
