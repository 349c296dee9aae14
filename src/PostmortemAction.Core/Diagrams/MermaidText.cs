using System.Globalization;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Diagrams;

/// <summary>
/// People's words as a label of a Mermaid diagram. Mermaid has no way to quote a label everywhere, so what could end one, begin a statement or
/// stand for another character becomes a space: https://mermaid.js.org/syntax/gantt.html.
/// </summary>
public static class MermaidText
{
    private const int LongestLabel = 20;
    private const string Marks = ",.-_()'/+!?&";

    /// <summary>Never empty, in one line, and harmless wherever a label may stand but at the beginning of a line.</summary>
    public static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in PlainText.Line(text).EnumerateRunes())
        {
            var isShown = Rune.IsLetterOrDigit(rune) || Marks.Contains(rune.ToString(), StringComparison.Ordinal)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            label.Append(isShown ? rune.ToString() : " ");
        }

        var words = string.Join(' ', label.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Any(char.IsLetterOrDigit) || words.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
            ? PlainText.Cut(words, LongestLabel) : "no words";
    }
}
