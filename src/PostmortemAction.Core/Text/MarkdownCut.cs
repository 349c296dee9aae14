using System.Text;
using Markdig.Syntax;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Core.Text;

/// <summary>
/// Cuts Markdown of ours that is too long: at a line's end where one is near, never within a character, a comment or a reference to what is
/// still to be made, with what was open closed and with our own hidden lines kept, since by them we find the text again.
/// </summary>
internal static class MarkdownCut
{
    private const string Comment = "<!--";
    private const string CommentEnd = "-->";
    private const string OwnLine = "<!-- postmortem-action ";

    /// <summary>What folds a part of our text away. People's never begins a line so: its <c>&lt;</c> is an entity, and diffs have a sign before it.</summary>
    private const string Fold = "\n<details>";
    private const string FoldEnd = "\n</details>";

    /// <summary>How far back a line's end is looked for.</summary>
    private const int Near = 4_000;

    public static string Of(string text, int room, Func<ReadOnlySpan<char>, int> size, string where)
    {
        if (size(text) <= room)
        {
            return text;
        }

        // The closing fence and the note are not known before the cut: what they take at most is kept free.
        var own = OwnLines(text);
        var kept = $"\n\n{Limits.Note(text.Length, where)}{string.Concat(own.Select(line => "\n" + line.Text))}\n{(text.Contains(Fold, StringComparison.Ordinal) ? "\n" + FoldEnd : "")}";
        var end = End(text, room - size(kept), size);
        var fence = OpenFence(text[..end]);
        while (fence.Length > Math.Max(0, room - size(kept) - size(text.AsSpan(0, end))) + 1)
        {
            end = End(text, size(text.AsSpan(0, end)) - fence.Length, size);
            fence = OpenFence(text[..end]);
        }

        var head = text[..end].TrimEnd('\n', '\r', ' ');
        var behind = own.Where(line => line.At >= end).Select(line => line.Text).ToList();
        var left = Limits.Count(text.AsSpan(end)) - behind.Sum(line => line.Length);
        var fold = head.LastIndexOf(Fold, StringComparison.Ordinal) > head.LastIndexOf(FoldEnd, StringComparison.Ordinal) ? "\n" + FoldEnd : "";
        return $"{head}{(head.Length > 0 ? $"{fence}{fold}\n\n" : "")}{Limits.Note(left, where)}\n{string.Join('\n', behind)}".TrimEnd('\n');
    }

    /// <summary>The last place at which the text still fits.</summary>
    private static int End(string text, int room, Func<ReadOnlySpan<char>, int> size)
    {
        if (room <= 0)
        {
            return 0;
        }

        // Neither units nor bytes are fewer than UTF-16 units, so no more of these than that fit.
        var (low, high) = (0, Math.Min(room, text.Length));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = size(text.AsSpan(0, middle)) <= room ? (middle, high) : (low, middle - 1);
        }

        var end = CharacterEnds.Before(text, low);
        var comment = text.LastIndexOf(Comment, Math.Max(0, end - 1), StringComparison.Ordinal);
        if (comment >= 0 && comment < end && text.IndexOf(CommentEnd, comment, StringComparison.Ordinal) is var close && (close < 0 || close + CommentEnd.Length > end))
        {
            end = comment;
        }

        end = LateReference.Before(text, end);

        var line = end == 0 ? -1 : text.LastIndexOf('\n', end - 1);
        return line > 0 && end - line < Near ? line : end;
    }

    /// <summary>What closes a fence that is open at the end; empty when none is.</summary>
    private static string OpenFence(string head)
    {
        if (MarkdownParsing.Frame(head) is not { } document)
        {
            return "";
        }

        return document.LastChild is FencedCodeBlock { ClosingFencedCharCount: 0 } open ? "\n" + new string(open.FencedChar, open.OpeningFencedCharCount) : "";
    }

    /// <summary>Lines that are hidden and ours. People's comments do not get here: their <c>&lt;</c> is an entity.</summary>
    private static List<(int At, string Text)> OwnLines(string text)
    {
        var lines = new List<(int, string)>();
        for (var at = text.IndexOf(OwnLine, StringComparison.Ordinal); at >= 0; at = text.IndexOf(OwnLine, at + 1, StringComparison.Ordinal))
        {
            var stop = text.IndexOf('\n', at) is var lineEnd and >= 0 ? lineEnd : text.Length;
            if ((at == 0 || text[at - 1] == '\n') && text.AsSpan(at, stop - at).EndsWith(CommentEnd, StringComparison.Ordinal))
            {
                lines.Add((at, text[at..stop]));
            }
        }

        return lines;
    }
}
