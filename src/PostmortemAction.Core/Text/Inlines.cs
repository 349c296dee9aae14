using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PostmortemAction.Core.Text;

internal static class Inlines
{
    /// <summary>The paragraph, heading or cell that the inline stands in.</summary>
    public static LeafBlock? BlockOf(Inline inline)
    {
        var root = inline.Parent;
        while (root?.Parent is { } parent)
        {
            root = parent;
        }

        return root?.ParentBlock;
    }
}
