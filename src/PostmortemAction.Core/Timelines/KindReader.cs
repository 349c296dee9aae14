using System.Buffers;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Timelines;

/// <summary>Reads an entry's kind: from an explicit tag, then from the label above it, then from its words.</summary>
internal static class KindReader
{
    /// <summary>What is said more often in one entry is no statement; and no sentence or word is longer.</summary>
    private const int MostPlaces = 20;
    private const int LongestSentence = 400;
    private const int LongestWord = 40;

    /// <summary>Most texts have none of them.</summary>
    private static readonly SearchValues<string> AnyPhrase = SearchValues.Create([.. KindNames.Phrases.SelectMany(kind => kind.Phrases).Select(phrase => $" {phrase}")], StringComparison.Ordinal);

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
        var fold = PlainText.Fold(label);
        var name = fold[fold.TakeWhile(c => !char.IsLetter(c)).Count()..].Trim('*', '_', ' ', ':');
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
        // The end of a line ends a question, but a sentence goes on.
        var lines = string.Join('\n', text.Split('\n').Select(PlainText.Fold)).Replace('’', '\'').Replace('(', ' ');
        var words = $" {lines.Replace('\n', ' ')} ";
        if (!words.AsSpan().ContainsAny(AnyPhrase))
        {
            return (null, null);
        }

        foreach (var (kind, phrases) in KindNames.Phrases)
        {
            foreach (var phrase in phrases)
            {
                if (Says(words, lines, phrase))
                {
                    return (kind, phrase);
                }
            }
        }

        return (null, null);
    }

    /// <summary>Whether a place has the phrase as something that happened.</summary>
    /// <param name="words">The folded text, with blanks around it.</param>
    /// <param name="lines">The same with its line ends, without these blanks.</param>
    private static bool Says(string words, string lines, string phrase)
    {
        for (var (at, tries) = (-1, 0); tries < MostPlaces; tries++)
        {
            at = words.IndexOf($" {phrase}", at + 1, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            if (Happened(words, lines, at, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Happened(string words, string lines, int at, string phrase)
    {
        var before = Sentence(words, at).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var after = words[(at + 1 + phrase.Length)..Math.Min(words.Length, at + 1 + phrase.Length + LongestWord)].TrimStart().Split(' ')[0].Trim(',', '.', ';', '!');
        return !before.TakeLast(KindNames.NegationReach).Any(word => KindNames.Negations.Contains(word.Trim(',', ';')))
            && !IsQuestion(before, lines, at + phrase.Length)
            && !IsDoubted(before)
            && !(KindNames.Diversions.TryGetValue(phrase, out var others) && others.Contains(after))
            && !(phrase == "resolved" && before.LastOrDefault(word => word is not ("is" or "was" or "were" or "are")) is { } subject && KindNames.Resolvable.Contains(subject));
    }

    /// <summary>Whether a doubt stands before the phrase in its own clause.</summary>
    private static bool IsDoubted(string[] before)
    {
        var first = Array.FindLastIndex(before, word => word[^1] is ',' or ';' or ':' || KindNames.ClauseWords.Contains(word)) + 1;
        var clause = $" {string.Join(' ', before[first..])} ";
        return KindNames.Doubts.Any(doubt => clause.Contains($" {doubt} ", StringComparison.Ordinal));
    }

    /// <summary>Whether the sentence asks: by its mark, or by how it begins.</summary>
    private static bool IsQuestion(string[] before, string lines, int end)
    {
        if (before is [var verb, var subject, ..] && KindNames.QuestionVerbs.Contains(verb) && KindNames.QuestionSubjects.Contains(subject))
        {
            return true;
        }

        for (var i = Math.Min(end, lines.Length); i < Math.Min(lines.Length, end + LongestSentence); i++)
        {
            if (lines[i] == '\n' || (lines[i] is '.' or '!' or '?' && (i + 1 == lines.Length || !char.IsLetterOrDigit(lines[i + 1]))))
            {
                return lines[i] == '?';
            }
        }

        return false;
    }

    /// <summary>What stands before a place in its own sentence.</summary>
    private static string Sentence(string words, int at)
    {
        var start = at;
        while (start > Math.Max(0, at - LongestSentence) && !(words[start] == ' ' && words[start - 1] is '.' or '!' or '?'))
        {
            start--;
        }

        return words[start..at];
    }
}
