using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Reading;

/// <summary>Lines that name what stands below them.</summary>
public static class Headings
{
    private static readonly char[] Decoration = ['*', '_', ':', '.', '?', ' ', '#'];

    /// <summary>The text of a <c>#</c> heading of any level; null for another line.</summary>
    public static string? Name(string line)
    {
        var text = line.TrimStart();
        var level = text.Length - text.TrimStart('#').Length;
        return level is >= 1 and <= 6 && line.Length - text.Length <= 3 && (text.Length == level || text[level] is ' ' or '\t')
            ? PlainText.Line(text[level..].TrimEnd().TrimEnd('#'))
            : null;
    }

    /// <summary>A label alone on its line inside a section: a heading, <c>**Label**</c> or <c>Label:</c>; null for another line.</summary>
    public static string? Label(string line)
    {
        if (Name(line) is { } heading)
        {
            return heading.Trim(Decoration);
        }

        var text = line.Trim();
        var bold = text.Length > 4 && text.StartsWith("**", StringComparison.Ordinal)
            && text.TrimEnd(':').EndsWith("**", StringComparison.Ordinal) && text.IndexOf("**", 2, StringComparison.Ordinal) >= text.TrimEnd(':').Length - 3;
        var colon = text.Length is > 1 and <= 60 && text[^1] == ':' && !text.Contains(". ", StringComparison.Ordinal);
        return bold || colon ? text.Trim(Decoration) : null;
    }

    /// <summary>A heading for comparing with known names: lower case, without emphasis and closing punctuation.</summary>
    public static string Bare(string heading) => PlainText.Fold(heading).Trim(Decoration);
}
