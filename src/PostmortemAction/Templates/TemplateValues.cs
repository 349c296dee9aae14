using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.IO;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace PostmortemAction.Templates;

/// <summary>
/// What the engine may see of a value: the keys of a dictionary, the items of a list, the text of anything else.
/// By itself it would reach every member of our objects by reflection, which trimming takes away besides.
/// </summary>
internal sealed class TemplateValues : IObjectDescriptorProvider, IMemberAccessor, IIterator, IFormatterProvider, IFormatter
{
    private static readonly IIterator Keys = new ReadOnlyDictionaryIterator<IReadOnlyDictionary<string, object?>, string, object?>();
    private static readonly IIterator Items = new ReadOnlyListIterator<IReadOnlyList<object?>, object?>();

    /// <summary>The value of a key or at an index.</summary>
    public static bool Below(object? value, string name, out object? found)
    {
        found = null;
        var isThere = value switch
        {
            IReadOnlyDictionary<string, object?> map => map.TryGetValue(name, out found),
            IReadOnlyList<object?> list => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < list.Count && (found = list[index]) is var _,
            _ => false,
        };
        TemplateRun.Count(found);
        if (!isThere)
        {
            TemplateRun.Miss(value is IReadOnlyDictionary<string, object?> names ? names.Keys : []);
        }

        return isThere;
    }

    public bool TryGetDescriptor(Type type, [MaybeNullWhen(false)] out ObjectDescriptor value)
    {
        value = new(type, this, (_, instance) => instance is IReadOnlyDictionary<string, object?> map ? map.Keys : Array.Empty<string>(), _ => this);
        return true;
    }

    public bool TryGetValue(object instance, ChainSegment memberName, out object? value)
    {
        var name = memberName.TrimmedValue;
        if (!name.StartsWith('$'))
        {
            return Below(instance, name, out value);
        }

        // The number of a tag, see MarkedTemplate: the value stays the same.
        TemplateRun.Enter(int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture));
        TemplateRun.Count(instance);
        value = instance;
        return true;
    }

    public void Iterate(
        in EncodedTextWriter writer, BindingContext context, ChainSegment[] blockParamsVariables, object input, TemplateDelegate template, TemplateDelegate ifEmpty)
    {
        var iterator = input switch
        {
            IReadOnlyDictionary<string, object?> => Keys,
            IReadOnlyList<object?> => Items,
            _ => throw new TemplateException("a list is wanted to loop over"),
        };
        iterator.Iterate(writer, context, blockParamsVariables, input, template, ifEmpty);
    }

    public bool TryCreateFormatter(Type type, [MaybeNullWhen(false)] out IFormatter formatter)
    {
        formatter = this;
        return true;
    }

    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(TemplateHelpers.Text(value), encode: false);
}
