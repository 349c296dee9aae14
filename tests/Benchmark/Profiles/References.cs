using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>Names types and methods of other assemblies within one that is being written.</summary>
internal sealed class References(MetadataBuilder target, Assemblies assemblies)
{
    private const byte Class = 0x12, ValueType = 0x11, Instance = 0x15, Array = 0x1d;

    /// <summary>The type that stands for every reference type. The compiler looks for it in an assembly that does not exist.</summary>
    private const string Shared = "System.Private.Canon";

    private static readonly Dictionary<string, byte> Primitives = new()
    {
        ["Void"] = 0x01, ["Boolean"] = 0x02, ["Char"] = 0x03, ["SByte"] = 0x04, ["Byte"] = 0x05, ["Int16"] = 0x06, ["UInt16"] = 0x07, ["Int32"] = 0x08, ["UInt32"] = 0x09,
        ["Int64"] = 0x0a, ["UInt64"] = 0x0b, ["Single"] = 0x0c, ["Double"] = 0x0d, ["String"] = 0x0e, ["IntPtr"] = 0x18, ["UIntPtr"] = 0x19, ["Object"] = 0x1c,
    };

    private readonly Dictionary<(EntityHandle, string, string), TypeReferenceHandle> types = [];
    private readonly Dictionary<string, AssemblyReferenceHandle> scopes = [];
    private readonly Dictionary<BlobHandle, TypeSpecificationHandle> instances = [];
    private readonly Dictionary<(EntityHandle, string, BlobHandle), MemberReferenceHandle> members = [];

    /// <summary>The methods that a run may have meant: those of this name with as many parameters.</summary>
    public IEnumerable<EntityHandle> Methods(UsedMethod method)
    {
        if (method.Owner.IsArray || assemblies[method.Owner.Module] is not { } reader || !AreKnown([method.Owner, .. method.Arguments]))
        {
            yield break;
        }

        var owner = new BlobBuilder();
        Write(method.Owner, owner);
        var parent = method.Owner.Arguments.Count == 0 ? (EntityHandle)Definition(reader, Type(method.Owner)) : Instantiated(owner);
        foreach (var definition in reader.GetTypeDefinition(Type(method.Owner)).GetMethods().Select(reader.GetMethodDefinition))
        {
            if (!reader.StringComparer.Equals(definition.Name, method.Name) || definition.GetGenericParameters().Count != method.Arguments.Count)
            {
                continue;
            }

            var signature = new BlobBuilder();
            if (new SignatureCopy(handle => Named(reader, handle)).Method(reader.GetBlobReader(definition.Signature), signature) != method.Parameters)
            {
                continue;
            }

            var member = Member(parent, method.Name, signature);
            yield return method.Arguments.Count == 0 ? member : target.AddMethodSpecification(member, target.GetOrAddBlob(Arguments(method.Arguments)));
        }
    }

    /// <summary>The assemblies that the compiler must see to make anything of a method, first the one that defines it.</summary>
    public IEnumerable<string> AssembliesOf(UsedMethod method) =>
        new[] { method.Owner }.Concat(method.Arguments).SelectMany(All).Where(type => !type.IsArray && !IsShared(type)).Select(AssemblyName).Distinct();

    private static IEnumerable<UsedType> All(UsedType type) => type.Arguments.SelectMany(All).Prepend(type);

    private static TypeDefinitionHandle Type(UsedType type) => (TypeDefinitionHandle)MetadataTokens.EntityHandle(type.Token);

    private bool AreKnown(IEnumerable<UsedType> all) => all.SelectMany(All).All(type => type.IsArray || assemblies[type.Module] is not null);

    private string AssemblyName(UsedType type) => assemblies[type.Module] is { } reader ? reader.GetString(reader.GetAssemblyDefinition().Name) : "";

    private bool IsShared(UsedType type) => assemblies[type.Module] is { } reader && IsShared(reader, Type(type));

    private static bool IsShared(MetadataReader reader, TypeDefinitionHandle type) => reader.StringComparer.Equals(reader.GetTypeDefinition(type).Name, "__Canon");

    private void Write(UsedType type, BlobBuilder to)
    {
        if (type.IsArray)
        {
            to.WriteByte(Array);
            Write(type.Arguments[0], to);
            return;
        }

        var reader = assemblies[type.Module]!;
        var handle = Type(type);
        var definition = reader.GetTypeDefinition(handle);
        if (reader.StringComparer.Equals(definition.Namespace, "System") && Primitives.TryGetValue(reader.GetString(definition.Name), out var primitive))
        {
            to.WriteByte(primitive);
            return;
        }

        if (type.Arguments.Count > 0)
        {
            to.WriteByte(Instance);
        }

        to.WriteByte(IsValueType(reader, definition) ? ValueType : Class);
        to.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(Definition(reader, handle)));
        if (type.Arguments.Count > 0)
        {
            to.WriteCompressedInteger(type.Arguments.Count);
            foreach (var argument in type.Arguments)
            {
                Write(argument, to);
            }
        }
    }

    private BlobBuilder Arguments(IReadOnlyList<UsedType> arguments)
    {
        var blob = new BlobBuilder();
        blob.WriteByte(0x0a);
        blob.WriteCompressedInteger(arguments.Count);
        foreach (var argument in arguments)
        {
            Write(argument, blob);
        }

        return blob;
    }

    private static bool IsValueType(MetadataReader reader, TypeDefinition definition)
    {
        var (space, name) = definition.BaseType switch
        {
            { IsNil: true } => default,
            { Kind: HandleKind.TypeReference } at when reader.GetTypeReference((TypeReferenceHandle)at) is var type => (type.Namespace, type.Name),
            { Kind: HandleKind.TypeDefinition } at when reader.GetTypeDefinition((TypeDefinitionHandle)at) is var type => (type.Namespace, type.Name),
            _ => default,
        };
        return !name.IsNil && reader.StringComparer.Equals(space, "System") && !reader.StringComparer.Equals(definition.Name, "Enum")
            && (reader.StringComparer.Equals(name, "ValueType") || reader.StringComparer.Equals(name, "Enum"));
    }

    private EntityHandle Named(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => Definition(reader, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => Reference(reader, (TypeReferenceHandle)handle),
        _ => throw new NotSupportedException($"A signature with a {handle.Kind}."),
    };

    private TypeReferenceHandle Definition(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        var scope = outer.IsNil ? Scope(IsShared(reader, handle) ? Shared : reader.GetString(reader.GetAssemblyDefinition().Name)) : (EntityHandle)Definition(reader, outer);
        return Add(scope, reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private TypeReferenceHandle Reference(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var scope = type.ResolutionScope.Kind == HandleKind.TypeReference
            ? (EntityHandle)Reference(reader, (TypeReferenceHandle)type.ResolutionScope)
            : Scope(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name));
        return Add(scope, reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    private TypeReferenceHandle Add(EntityHandle scope, string space, string name) => types.TryGetValue((scope, space, name), out var known)
        ? known
        : types[(scope, space, name)] = target.AddTypeReference(scope, space.Length == 0 ? default : target.GetOrAddString(space), target.GetOrAddString(name));

    private AssemblyReferenceHandle Scope(string name) => scopes.TryGetValue(name, out var known)
        ? known
        : scopes[name] = target.AddAssemblyReference(target.GetOrAddString(name), new(0, 0, 0, 0), default, default, default, default);

    private TypeSpecificationHandle Instantiated(BlobBuilder type)
    {
        var blob = target.GetOrAddBlob(type);
        return instances.TryGetValue(blob, out var known) ? known : instances[blob] = target.AddTypeSpecification(blob);
    }

    private MemberReferenceHandle Member(EntityHandle parent, string name, BlobBuilder signature)
    {
        var blob = target.GetOrAddBlob(signature);
        return members.TryGetValue((parent, name, blob), out var known) ? known
            : members[(parent, name, blob)] = target.AddMemberReference(parent, target.GetOrAddString(name), blob);
    }
}
