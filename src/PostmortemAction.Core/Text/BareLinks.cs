using System.Collections;

namespace PostmortemAction.Core.Text;

/// <summary>Where a text is in a word of which GitHub makes a link by itself. A backslash there would become a part of the address.</summary>
internal sealed class BareLinks(string source)
{
    private BitArray? places;

    public bool Contains(int at) => (places ??= Find())[at];

    private BitArray Find()
    {
        var found = new BitArray(source.Length);
        var inside = false;
        for (var i = 0; i < source.Length; i++)
        {
            inside = !char.IsWhiteSpace(source[i]) && (inside || Neutral.StartsLink(source, i));
            found[i] = inside;
        }

        return found;
    }
}
