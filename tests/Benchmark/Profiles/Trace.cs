using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>What the runtime wrote down of one run: which methods were called, in the order of their first calls.</summary>
internal static class Trace
{
    private const int Array = 0x1d;

    // Arrays of more dimensions, pointers and references: nothing of ours is called for these.
    private static readonly int[] Unnamed = [0x0f, 0x10, 0x14, 0x1b];

    /// <summary>The variables that have a .NET program write a trace.</summary>
    /// <param name="file">May have <c>{pid}</c> in it.</param>
    public static IEnumerable<(string Name, string Value)> Variables(string file) =>
    [
        ("DOTNET_EnableDiagnostics", "1"),
        ("DOTNET_EnableEventPipe", "1"),
        ("DOTNET_EventPipeOutputPath", file),
        ("DOTNET_EventPipeCircularMB", "512"),
        ("DOTNET_EventPipeRundown", "0"),

        // Modules, compiled methods, types, and the entry of methods that were compiled ahead, each with its types.
        ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0x7000080018:5"),
    ];

    public static List<UsedMethod> Read(string file)
    {
        var modules = new Dictionary<ulong, string>();
        var types = new Dictionary<ulong, (ulong Module, int Token, int Kind, ulong[] Arguments)>();
        var instances = new Dictionary<ulong, (ulong Owner, ulong[] Arguments)>();
        var called = new List<(ulong Method, string Name, string Signature)>();

        using var source = new EventPipeEventSource(file);
        source.Clr.LoaderModuleLoad += e => modules.TryAdd((ulong)e.ModuleID, Path.GetFileName(e.ModuleILPath));
        source.Clr.TypeBulkType += e =>
        {
            for (var i = 0; i < e.Count; i++)
            {
                var type = e.Values(i);
                types[type.TypeID] = (type.ModuleID, (int)type.TypeNameID, (int)type.CorElementType, [.. Enumerable.Range(0, type.TypeParameterCount).Select(at => (ulong)type.TypeParameterID(at))]);
            }
        };
        source.Clr.MethodMethodDetails += e =>
            instances[(ulong)e.MethodID] = ((ulong)e.TypeID, [.. Enumerable.Range(0, e.TypeParameterCount).Select(at => (ulong)e.TypeParameters(at))]);
        source.Clr.MethodR2RGetEntryPoint += e => called.Add(((ulong)e.MethodID, e.MethodName, e.MethodSignature));
        source.Clr.MethodLoadVerbose += e => called.Add(((ulong)e.MethodID, e.MethodName, e.MethodSignature));
        source.Process();

        return [.. called.Where(each => instances.ContainsKey(each.Method)).Select(Named).OfType<UsedMethod>()];

        UsedMethod? Named((ulong Method, string Name, string Signature) each)
        {
            var (owner, arguments) = instances[each.Method];
            return TypeOf(owner) is { } type && TypesOf(arguments) is { } all ? new(type, all, each.Name, Parameters(each.Signature)) : null;
        }

        UsedType? TypeOf(ulong id) =>
            types.TryGetValue(id, out var type) && !Unnamed.Contains(type.Kind) && modules.TryGetValue(type.Module, out var module) && TypesOf(type.Arguments) is { } arguments
                ? new(module, type.Token, type.Kind == Array, arguments)
                : null;

        IReadOnlyList<UsedType>? TypesOf(ulong[] ids) => ids.Select(TypeOf).OfType<UsedType>().ToList() is var all && all.Count == ids.Length ? all : null;
    }

    /// <summary>Counts what stands between the last pair of parentheses of <c>instance void (class A`2&lt;!0,!1&gt;,int32)</c>.</summary>
    private static int Parameters(string signature)
    {
        var (depth, count, isEmpty) = (0, 1, true);
        for (var i = signature.LastIndexOf(')') - 1; i >= 0 && depth >= 0; i--)
        {
            depth += signature[i] is ')' or '>' or ']' ? 1 : signature[i] is '(' or '<' or '[' ? -1 : 0;
            count += signature[i] == ',' && depth == 0 ? 1 : 0;
            isEmpty &= depth < 0 || signature[i] == ' ';
        }

        return isEmpty ? 0 : count;
    }
}
