using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace PostmortemAction.Benchmark.Profiles;

/// <summary>Copies a method's signature to another assembly, where the types that it names have other rows (ECMA-335, II.23.2).</summary>
/// <param name="named">A type's row there.</param>
internal sealed class SignatureCopy(Func<EntityHandle, EntityHandle> named)
{
    /// <returns>How many parameters it has.</returns>
    public int Method(BlobReader from, BlobBuilder to) => Method(ref from, to);

    private int Method(ref BlobReader from, BlobBuilder to)
    {
        var header = from.ReadSignatureHeader();
        to.WriteByte(header.RawValue);
        if (header.IsGeneric)
        {
            Number(ref from, to);
        }

        var parameters = Number(ref from, to);
        for (var i = 0; i <= parameters; i++)
        {
            Type(ref from, to);
        }

        return parameters;
    }

    private void Type(ref BlobReader from, BlobBuilder to)
    {
        var code = from.ReadByte();
        to.WriteByte(code);
        switch (code)
        {
            // A class, a value type.
            case 0x12 or 0x11:
                Name(ref from, to);
                break;

            // Modifiers stand before what they modify.
            case 0x1f or 0x20:
                Name(ref from, to);
                Type(ref from, to);
                break;

            // A pointer, a reference, an array; what follows a sentinel, a pinned one.
            case 0x0f or 0x10 or 0x1d or 0x41 or 0x45:
                Type(ref from, to);
                break;

            // A parameter of the type, or of the method.
            case 0x13 or 0x1e:
                Number(ref from, to);
                break;

            case 0x14:
                Type(ref from, to);
                Number(ref from, to);
                Numbers(ref from, to);
                Numbers(ref from, to);
                break;

            // A generic type: itself, how many arguments, each of them.
            case 0x15:
                Type(ref from, to);
                for (var left = Number(ref from, to); left > 0; left--)
                {
                    Type(ref from, to);
                }

                break;

            case 0x1b:
                Method(ref from, to);
                break;
        }
    }

    private void Name(ref BlobReader from, BlobBuilder to) => to.WriteCompressedInteger(CodedIndex.TypeDefOrRefOrSpec(named(from.ReadTypeHandle())));

    private static int Number(ref BlobReader from, BlobBuilder to)
    {
        var number = from.ReadCompressedInteger();
        to.WriteCompressedInteger(number);
        return number;
    }

    private static void Numbers(ref BlobReader from, BlobBuilder to)
    {
        for (var left = Number(ref from, to); left > 0; left--)
        {
            Number(ref from, to);
        }
    }
}
