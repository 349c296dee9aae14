using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>Reads an entry's kind: from an explicit tag, then from the label above it, then from its words.</summary>
internal static class KindReader
{
    /// <summary>The kind, the words that say so, and the text without its tag.</summary>
    public static (EntryKind? Kind, string? From, string Text) Read(string text, string? label)
    {
        if (Tag(text) is { } tag)
        {
            return tag;
        }

        if (label is not null && OfLabel(label) is { } labelled)
        {
            return (labelled, label, text);
        }

        var (kind, phrase) = OfWords(text);
        return (kind, phrase, text);
    }

    public static EntryKind? OfLabel(string label)
    {
        var name = PlainText.Fold(label).Trim('*', '_', ' ', ':');
        foreach (var (kind, names) in KindNames.Labels)
        {
            if (names.Contains(name))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>
    /// <c>Misleading path: text</c>, <c>[misleading-path] text</c>, or the name alone on the entry's first line.
    /// A tag with nothing behind it stays the entry's text.
    /// </summary>
    private static (EntryKind?, string?, string)? Tag(string text)
    {
        var end = text[0] == '[' ? text.IndexOf(']', StringComparison.Ordinal) : text.IndexOfAny([':', '\n']);
        var name = end < 0 ? text : text[..end].TrimStart('[');
        if (name.Length > 40 || OfLabel(name) is not { } kind)
        {
            return null;
        }

        var rest = end < 0 ? "" : Emphasis.Close(text[..end], text[(end + 1)..], ' ', ':', '\n');
        return (kind, name.Trim('*', '_', ' '), rest.Length > 0 ? rest : text);
    }

    private static (EntryKind?, string?) OfWords(string text)
    {
        var words = $" {PlainText.Fold(text)} ";
        foreach (var (kind, phrases) in KindNames.Phrases)
        {
            foreach (var phrase in phrases)
            {
                if (Says(words, phrase))
                {
                    return (kind, phrase);
                }
            }
        }

        return (null, null);
    }

    /// <param name="words">The folded text, with blanks around it.</param>
    private static bool Says(string words, string phrase)
    {
        var at = words.IndexOf($" {phrase}", StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var before = words[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().Take(KindNames.NegationReach);
        var after = words[(at + 1 + phrase.Length)..].TrimStart().Split(' ')[0];
        return !before.TakeWhile(word => word[^1] is not ('.' or '!' or '?')).Any(word => KindNames.Negations.Contains(word.Trim(',', ';')))
            && !(phrase == "resolved" && KindNames.Diversions.Contains(after));
    }
}
