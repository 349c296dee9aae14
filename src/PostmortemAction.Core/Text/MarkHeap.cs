using System.Globalization;
using System.Text;

namespace PostmortemAction.Core.Text;

/// <summary>Counts what stands on one character: marks, variation selectors and joiners.</summary>
internal struct MarkHeap
{
    private int marks;
    private int selectors;
    private int joiners;

    /// <summary>Whether the next character belongs to the text, and not to a heap on the one before.</summary>
    public bool Takes(Rune rune, int mostMarks)
    {
        if (rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x180B and <= 0x180D)
        {
            return ++selectors <= 1;
        }

        if (rune.Value is 0x200C or 0x200D)
        {
            (marks, selectors) = (0, 0);
            return ++joiners <= 1;
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark)
        {
            return ++marks <= mostMarks;
        }

        (marks, selectors, joiners) = (0, 0, 0);
        return true;
    }
}
